/** What the person at the keyboard can mend: a wrong argument, a file that is not there. Told without a stack, exit code 2. */
export class Trouble extends Error {}
