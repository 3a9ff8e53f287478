import { startApi } from '../../../src/main/api';
import { runProgram } from '../../../src/main/program';
import { wounded } from './wounded';

void runProgram(() => startApi(wounded));
