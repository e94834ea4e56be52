package dev.winnow.cli;

/** How a command ended. Other programs rely on these. */
final class ExitCode {

    /** All went well. */
    static final int OK = 0;

    /** There are findings, or some documents failed; they are named, and the others are written. */
    static final int FINDINGS = 1;

    /** The command was not understood, or its configuration is broken; nothing was written. */
    static final int USAGE = 2;

    private ExitCode() {}
}
