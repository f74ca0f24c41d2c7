/** The shapes as zod schemas: for servers, case systems and the JSON Schema. Widgets use the light build of the same shapes instead. */
import * as z from 'zod/mini';
import { directoryShapes } from './directory.schema.js';
import { programmeShapes } from './programme.schema.js';

const shapes = directoryShapes(z);
const programmes = programmeShapes(z, shapes, shapes);

export const {
  booking,
  catchment,
  cityCalendar,
  cityTopic,
  consultationWindow,
  emergencyLine,
  fax,
  hours,
  hoursException,
  labels,
  legalBasis,
  municipality,
  note,
  phone,
  service,
  source,
  text,
  weeklySpan,
} = shapes;

export const { programme, provider } = programmes;

/** A whole directory file. */
export const directory = z.extend(shapes.directory, programmes.plan.shape);
