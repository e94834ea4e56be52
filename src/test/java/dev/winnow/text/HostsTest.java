package dev.winnow.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostsTest {

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
        assertThat(Hosts.registered(url)).isEqualTo(domain);
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
        assertThat(Hosts.registered(url)).isNull();
    }

    @Test
    void survivesHostsThatAreNone() {
        assertThat(Hosts.registered("https://a..b/")).isNotEqualTo("a");
        assertThat(Hosts.registered("https://-.com/")).isNotEqualTo("com");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "https://www.harbour.com/a|b harbour.com",
                "'https://www.harbour.com/a b?c={d}' harbour.com",
                "'  HTTP://Harbour.COM:8080' harbour.com",
                "//cdn.harbour.com/x cdn.harbour.com",
                "www.harbour.com/a harbour.com",
                "harbour.co.uk harbour.co.uk",
                "www.harbour.com/a?u=http://other.com harbour.com",
                "https://user:word@harbour.com/ harbour.com",
                "https://harbour.com./a harbour.com",
                "https://localhost/a localhost",
                "https:\\\\harbour.com\\a harbour.com",
                "https://xn--hfen-loa.example/ häfen.example",
                "https://Häfen.example/ häfen.example",
                "https://[::1]:80/a [::1]",
            })
    void readsAddressesAsTheyAreWritten(String address, String host) {
        assertThat(Hosts.ofSite(address)).isEqualTo(host);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "/a/b.html",
                "page.html",
                "pages/harbour.com.html",
                "mailto:editor@harbour.com",
                "urn:uuid:1",
                "file:///pages/a",
                "a sentence.com",
                "https:// /"
            })
    void findsNoHostInWhatIsNoAddress(String address) {
        assertThat(Hosts.of(address)).isNull();
    }
}
