package dev.winnow.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.rule.slot.Lexicons;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {

    private final Addresses addresses = new Addresses(Lexicons.NONE);

    @ParameterizedTest
    @CsvSource({
        "https://www.harbour-news.co.uk/a, harbour-news.co.uk",
        "https://news.harbour.example/a, harbour.example",
        "https://harbour.netlify.app/, harbour.netlify.app",
        "https://www.harbour.netlify.app/, harbour.netlify.app",
        "https://harbour.co.za/a, harbour.co.za",
        "https://a.b.city.kawasaki.jp/, city.kawasaki.jp",
        "https://a.b.kawasaki.jp/, a.b.kawasaki.jp",
        "https://www.ck/, www.ck",
        "https://www.hafen.münchen.de/, münchen.de",
        "https://www.hafen.xn--mnchen-3ya.de/, münchen.de",
        "news.harbour.com.br/a, harbour.com.br",
        "https://user:word@www.harbour.com:8080/a, harbour.com"
    })
    void takesWhatSomeoneRegistered(String url, String domain) {
        assertThat(addresses.registrableDomain(url)).isEqualTo(domain);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "https://co.uk/",
                "https://netlify.app/",
                "https://localhost/a",
                "https://192.0.2.1/a",
                "https://[::1]/",
                "/a/b"
            })
    void takesNoneWhereNobodyRegisteredAny(String url) {
        assertThat(addresses.registrableDomain(url)).isNull();
    }

    @Test
    void survivesHostsThatAreNone() {
        assertThat(addresses.registrableDomain("https://a..b/")).isNotEqualTo("a");
        assertThat(addresses.registrableDomain("https://-.com/")).isNotEqualTo("com");
    }
}
