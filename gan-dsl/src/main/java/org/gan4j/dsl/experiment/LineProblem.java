package org.gan4j.dsl.experiment;

/**
 * A problem in a file.
 *
 * @param line counted from 1; 0 if it belongs to no line
 * @param sentence the cause and the fix
 */
record LineProblem(int line, String sentence) {
    @Override
    public String toString() {
        return line == 0 ? sentence : "line " + line + ": " + sentence;
    }
}
