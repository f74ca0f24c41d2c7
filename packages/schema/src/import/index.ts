/** Table → directory. Reads the desk table a city already has, and reports every repair and every doubt. */
export { unknownCityCode } from './city-code.js';
export { importSteps, importTable } from './import-table.js';
export type {
  Cell,
  ImportMunicipality,
  ImportOptions,
  ImportResult,
  ImportedColumn,
  ReadColumn,
  ReportItem,
  ReportKind,
  TableRow,
} from './types.js';
