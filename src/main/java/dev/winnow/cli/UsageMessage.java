package dev.winnow.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Makes one sentence of a usage error, with a suggestion if possible. */
final class UsageMessage {

    /** Message of picocli for an invalid value; the next patterns match other messages of picocli. */
    private static final Pattern INVALID =
            Pattern.compile("Invalid value for option '([^']+)'(?: \\([^)]*\\))?: (.*)", Pattern.DOTALL);

    private static final Pattern MISSING = Pattern.compile("Missing required parameter for option '([^']+)'.*");

    private static final Pattern UNKNOWN = Pattern.compile("Unknown subcommand '([^']+)'.*", Pattern.DOTALL);

    private UsageMessage() {}

    static String of(ParameterException e) {
        if (e instanceof UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().isEmpty()) {
            return unmatched(unmatched.getUnmatched().get(0), e.getCommandLine());
        }
        String message = String.valueOf(e.getMessage());
        Matcher invalid = INVALID.matcher(message);
        if (invalid.matches()) {
            return invalid.group(1) + ": " + invalid.group(2);
        }
        Matcher unknown = UNKNOWN.matcher(message);
        if (unknown.matches()) {
            CommandLine parent = e.getCommandLine().getParent();
            return unmatched(unknown.group(1), parent == null ? e.getCommandLine() : parent);
        }
        Matcher missing = MISSING.matcher(message);
        if (missing.matches()) {
            return missing.group(1) + " needs a value";
        }
        return message.isEmpty() ? message : message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1);
    }

    private static String unmatched(String argument, CommandLine command) {
        CommandSpec spec = command.getCommandSpec();
        if (argument.startsWith("-")) {
            List<String> options = new ArrayList<>();
            spec.options().forEach(option -> options.addAll(List.of(option.names())));
            String name = argument.indexOf('=') < 0 ? argument : argument.substring(0, argument.indexOf('='));
            return "unknown option '" + name + "'" + DidYouMean.hint(name, options);
        }
        if (!spec.subcommands().isEmpty()) {
            List<String> commands = List.copyOf(spec.subcommands().keySet());
            return "unknown command '" + argument + "'" + DidYouMean.hint(argument, commands);
        }
        return "unexpected argument '" + argument + "'";
    }
}
