/** Keeps the programs of a process that imports this first, and no program beside it. */
import { keepCompiled } from '@gongkai/disk'

keepCompiled()
