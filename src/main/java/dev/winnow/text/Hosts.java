package dev.winnow.text;

import crawlercommons.domains.EffectiveTldFinder;
import java.net.IDN;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the host in an address as people and pages write them: with signs in the path that no standard allows, without the scheme,
 * with a port or a name before it. Only the host is read, so what follows it does not matter.
 */
public final class Hosts {

    private static final Pattern SCHEME = Pattern.compile("(?:[A-Za-z][A-Za-z0-9+.-]*:)?[/\\\\]{2}");

    /** As the domain name system has it. */
    private static final int LONGEST = 253;

    private static final String WWW = "www.";

    private Hosts() {}

    /**
     * The host in small letters, in the letters of its language.
     *
     * @return null when the address names none; without a scheme it must have an ending that exists, or it may be a file's name
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

    /** As {@link #of}, without {@code www.}: what names the site. */
    public static @Nullable String ofSite(@Nullable String address) {
        String host = of(address);
        return host != null && host.startsWith(WWW) ? host.substring(WWW.length()) : host;
    }

    /**
     * The part of the host that someone registered, for example {@code bbc.co.uk}, also below an ending under which a company lets
     * others have names, such as {@code netlify.app}; from the Public Suffix List that the library holds.
     *
     * @return null when there is no host, or it is a number or a single name
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
        // An ending that is on no list counts as one, as the list itself has it.
        return EffectiveTldFinder.getEffectiveTLD(host, false) == null
                ? host.substring(host.lastIndexOf('.', last - 1) + 1)
                : EffectiveTldFinder.getAssignedDomain(host, true, false);
    }

    /** One spelling for a host: small letters, and those of its language instead of {@code xn--}. */
    public static String spelled(String host) {
        return IDN.toUnicode(host.toLowerCase(Locale.ROOT), IDN.ALLOW_UNASSIGNED);
    }

    private static String withoutPort(String host) {
        int number = host.startsWith("[") ? host.indexOf(']') : -1;
        int port = host.indexOf(':', number + 1);
        return port >= 0 ? host.substring(0, port) : host;
    }
}
