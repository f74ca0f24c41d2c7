import { register } from '@tsunagu/core';
import { WindowFinder } from './window-finder.js';

register('tsunagu-window-finder', WindowFinder);
