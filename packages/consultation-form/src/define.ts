import { register } from '@tsunagu/core';
import { ConsultationForm } from './consultation-form.js';

register('tsunagu-consultation-form', ConsultationForm);
