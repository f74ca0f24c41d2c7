import { register } from './base/register.js';
import { TsunaguDirectory } from './directory/tsunagu-directory.js';

register('tsunagu-directory', TsunaguDirectory);
