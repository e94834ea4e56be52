package dev.winnow.cli;

import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * An option with a fixed set of named values. Parses a name, and lists all names for help and completion.
 *
 * @param <T> type of the values
 */
abstract class Choice<T> implements ITypeConverter<T>, Iterable<String> {

    private final String what;
    private final List<String> names;
    private final Function<String, Optional<T>> byName;

    /** @param what a value is called in messages, for example {@code label} */
    Choice(String what, List<String> names, Function<String, Optional<T>> byName) {
        this.what = what;
        this.names = names;
        this.byName = byName;
    }

    @Override
    public T convert(String value) {
        return byName.apply(value)
                .orElseThrow(() -> new TypeConversionException("there is no " + what + " '" + value + "'"
                        + DidYouMean.hintOrAll(value.strip().toLowerCase(Locale.ROOT), names)));
    }

    @Override
    public Iterator<String> iterator() {
        return names.iterator();
    }
}
