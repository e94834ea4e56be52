package dev.winnow.cli;

/** Exit codes of all commands. Other programs rely on them: do not change them. */
final class ExitCode {

    /** Success. */
    static final int OK = 0;

    /** There are findings, or some documents failed. The failed documents are reported, the others are written. */
    static final int FINDINGS = 1;

    /** The usage or the configuration is wrong; nothing was written. */
    static final int USAGE = 2;

    private ExitCode() {}
}
