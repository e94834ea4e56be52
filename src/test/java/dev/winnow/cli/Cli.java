package dev.winnow.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.Map;

/** Runs commands in this process and keeps what they say. */
final class Cli {

    private final Map<String, String> environment = new HashMap<>();
    private byte[] in = new byte[0];
    private String terminals = "";

    /** What a command did. */
    record Ran(int exit, byte[] bytes, String err) {
        String out() {
            return new String(bytes, UTF_8);
        }
    }

    static Ran winnow(String... args) {
        return new Cli().run(args);
    }

    Cli in(String text) {
        in = text.getBytes(UTF_8);
        return this;
    }

    Cli variable(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** Which streams are a terminal, by their numbers. */
    Cli terminals(String streams) {
        terminals = streams;
        return this;
    }

    Ran run(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exit = Main.run(args, new Console(new ByteArrayInputStream(in), out, err, environment, terminals));
        return new Ran(exit, out.toByteArray(), err.toString(UTF_8));
    }
}
