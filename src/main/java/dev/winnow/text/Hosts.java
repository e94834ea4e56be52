package dev.winnow.text;

import crawlercommons.domains.EffectiveTldFinder;
import java.net.IDN;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the host in a URL as people and pages write it: with illegal characters in the path, without the scheme, with a port
 * or a user name. Only the host is read, so the rest does not matter. Thread-safe.
 */
public final class Hosts {

    private static final Pattern SCHEME = Pattern.compile("(?:[A-Za-z][A-Za-z0-9+.-]*:)?[/\\\\]{2}");

    /** Maximum length of a host in the domain name system. */
    private static final int LONGEST = 253;

    private static final String WWW = "www.";

    private Hosts() {}

    /**
     * Returns the host in lower case, with {@code xn--} labels decoded.
     *
     * @param address a URL; null for none
     * @return null when there is no host. Without a scheme, the host must have an existing top-level domain, since it may be
     *     a file name
     */
    public static @Nullable String of(@Nullable String address) {
        if (address == null) {
            return null;
        }
        String rest = address.strip();
        Matcher scheme = SCHEME.matcher(rest);
        boolean schemed = scheme.lookingAt();
        rest = schemed ? rest.substring(scheme.end()) : rest;
        int end = 0;
        while (end < rest.length() && "/?#\\".indexOf(rest.charAt(end)) < 0) {
            end++;
        }
        int user = rest.lastIndexOf('@', end - 1);
        String host = withoutPort(rest.substring(user + 1, end));
        while (host.endsWith(".")) {
            host = host.substring(0, host.length() - 1);
        }
        if (host.isEmpty() || host.length() > LONGEST || host.chars().anyMatch(c -> c <= ' ')) {
            return null;
        }
        host = spelled(host);
        return schemed || user < 0 && host.indexOf('.') > 0 && EffectiveTldFinder.getEffectiveTLD(host, false) != null
                ? host
                : null;
    }

    /** Returns the host as {@link #of} does, without {@code www.}. */
    public static @Nullable String ofSite(@Nullable String address) {
        String host = of(address);
        return host != null && host.startsWith(WWW) ? host.substring(WWW.length()) : host;
    }

    /**
     * Returns the registered domain of a URL, for example {@code bbc.co.uk}; also below suffixes under which companies give
     * out names, such as {@code netlify.app}. Uses the Public Suffix List in the library.
     *
     * @return null when there is no host, or it is an IP address or a single name
     */
    public static @Nullable String registered(@Nullable String address) {
        String host = of(address);
        if (host == null || host.indexOf(':') >= 0 || Character.isDigit(host.charAt(host.length() - 1))) {
            return null;
        }
        int last = host.lastIndexOf('.');
        if (last <= 0) {
            return null;
        }
        // An unlisted top-level domain counts as a suffix; this is the default rule of the Public Suffix List.
        return EffectiveTldFinder.getEffectiveTLD(host, false) == null
                ? host.substring(host.lastIndexOf('.', last - 1) + 1)
                : EffectiveTldFinder.getAssignedDomain(host, true, false);
    }

    /** Returns the canonical spelling of a host: lower case, with {@code xn--} labels decoded. */
    public static String spelled(String host) {
        return IDN.toUnicode(host.toLowerCase(Locale.ROOT), IDN.ALLOW_UNASSIGNED);
    }

    private static String withoutPort(String host) {
        int number = host.startsWith("[") ? host.indexOf(']') : -1;
        int port = host.indexOf(':', number + 1);
        return port >= 0 ? host.substring(0, port) : host;
    }
}
