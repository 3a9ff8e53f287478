import { startApi } from '../../../src/main/api';
import { runProgram } from '../../../src/main/program';
import { forgetful } from './forgetful';

void runProgram(() => startApi(forgetful));
