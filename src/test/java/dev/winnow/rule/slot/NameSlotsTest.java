package dev.winnow.rule.slot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Persons, places, credits, tags, addresses. */
class NameSlotsTest {

    private static final SlotTypes TYPES = SlotTypes.of(TestLexicons.shipped());

    private static List<String> values(String type, String text, int start) {
        List<String> values = new ArrayList<>();
        TYPES.get(type).orElseThrow().ends(text, start, text.length(), end -> values.add(text.substring(start, end)));
        return values;
    }

    private static boolean takes(String type, String text) {
        return values(type, text, 0).contains(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "John Smith",
                "JOHN SMITH",
                "J. R. Smith",
                "J.R. Smith",
                "John F. Smith Jr.",
                "Anna van der Berg",
                "Ludwig von Mises",
                "Jean-Pierre Dupont",
                "Sinéad O’Connor",
                "N'Golo Diarra",
                "Alam El-Din Sadiq",
                "Bashar al-Masri",
                "Jeanne d'Arc",
                "Dr. Anna Weiss",
                "Prof. Dr. Anna Weiss",
                "Madonna",
                "Иван Петров",
                "И. И. Петров",
                "Мария Сидорова-Иванова",
                "محمد علي",
                "李明",
                "小池和樹",
                "ジョン・スミス",
                "约翰·史密斯",
                "阿卜杜·热合曼·买买提",
                "ジャン＝ピエール・デュポン",
                "김철수",
                "Σωκράτης Παπάς",
                "Staff Reporter",
                "staff reporter",
                "Redaktion",
                "José de la Cruz",
                "Ana María García Márquez",
                "Mehmet Özgür Şahin",
                "April Jones",
                "İBRAHİM ŞAHİN",
                "Reuters",
                "van der Meer"
            })
    void takesPerson(String text) {
        assertThat(takes("person", text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "john smith",
                "the mayor",
                "Wednesday",
                "April",
                "John Smith said",
                "John Smith, Moscow",
                "鈴木太郎・田中花子",
                "John 3",
                "2017",
                "One Two Three Four Five Six",
                "",
                "John  ",
                "mayor John Smith",
                "(AP)"
            })
    void takesNoPerson(String text) {
        if (!text.isEmpty()) {
            assertThat(takes("person", text)).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Zulal Aydin, Alam El-Din Sadiq",
                "John Smith and Anna Weiss",
                "John Smith, Anna Weiss and Carl May",
                "John Smith, Anna Weiss, and Carl May",
                "John Smith & Anna Weiss",
                "John Smith / Anna Weiss",
                "John Smith/Anna Weiss",
                "Von der Leyen und Anna Weiss",
                "Jean Dupont et Marie Curie",
                "Jean Dupont avec AFP",
                "Ana García y Luis Gómez",
                "Jan Kowalski i Anna Nowak",
                "Иван Петров и Анна Иванова",
                "Иван Петров, Анна Иванова",
                "张三、李四",
                "张三／李四",
                "张三；李四",
                "鈴木太郎・田中花子",
                "ジョン・スミス、鈴木太郎",
                "约翰·史密斯、李华",
                "김철수·이영희",
                "John Smith, Staff Writer",
                "JOHN SMITH and ANNA WEISS",
                "John Smith"
            })
    void takesPeople(String text) {
        assertThat(takes("people", text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "John Smith, Moscow",
                "John Smith, who won",
                "John Smith and the mayor",
                "and Anna",
                "John Smith,"
            })
    void takesNoPeople(String text) {
        assertThat(takes("people", text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MOSCOW",
                "NEW YORK",
                "WASHINGTON, D.C.",
                "LA CROSSE, Wis.",
                "BEIJING/HONG KONG",
                "Baku, Azerbaijan",
                "St. Petersburg",
                "ST. PETERSBURG",
                "RIO DE JANEIRO",
                "Rio de Janeiro",
                "Port-au-Prince",
                "Frankfurt am Main",
                "N'DJAMENA",
                "Stratford-upon-Avon",
                "United Nations",
                "London/Teheran",
                "МОСКВА",
                "Нижний Новгород",
                "القاهرة",
                "北京",
                "東京",
                "L'Aquila",
                "Den Haag",
                "FLUSHING MEADOWS",
                "London / Teheran",
                "Santa Fe, N.M."
            })
    void takesPlace(String text) {
        assertThat(takes("place", text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "moscow",
                "Moscow. The mayor",
                "The mayor of the city said",
                "MOSCOW, April",
                "Baku, Azerbaijan, Feb",
                "Paris, 11",
                "In the early morning of the day",
                "A B C D E F G H I J",
                "Rome (AP)",
                "Lviv of"
            })
    void takesNoPlace(String text) {
        assertThat(takes("place", text)).isFalse();
    }

    @Test
    void offersAbbreviatedStateWithAndWithoutFullStop() {
        assertThat(values("place", "LA CROSSE, Wis. (AP)", 0)).contains("LA CROSSE, Wis", "LA CROSSE, Wis.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AP Photo/Lynne Hart",
                "(AP Photo/Lynne Hart)",
                "(AP Photo/Lynne Hart, File)",
                "© AP Photo/Lynne Hart",
                "REUTERS/Lynne Hart",
                "REUTERS/Lynne Hart/File Photo",
                "Lynne Hart/TASS",
                "Alexander Ivanov/TASS",
                "Getty Images",
                "Lynne Hart/Getty Images",
                "AFP via Getty Images",
                "Lynne Hart via AP",
                "TRT World and Agencies",
                "Photo: Lynne Hart",
                "Photo by Lynne Hart",
                "Photo courtesy of Lynne Hart",
                "EPA-EFE/LYNNE HART",
                "EPA-EFE/LYNNE HART / POOL",
                "Russian Foreign Ministry Press Office/TASS",
                "Handout via REUTERS",
                "HANDOUT / AFP",
                "© Lynne Hart / AFP",
                "picture alliance/dpa",
                "picture alliance / dpa",
                "Foto: Lynne Hart/dpa",
                "Foto: IMAGO/Lynne Hart",
                "© dpa",
                "Photo : Lynne Hart",
                "Crédit photo : Lynne Hart",
                "Foto di Lynne Hart",
                "Fot. Jan Kowalski",
                "Foto: PAP",
                "EFE/ Lynne Hart",
                "ANSA/Lynne Hart",
                "Фото: Иван Петров",
                "Иван Петров/ТАСС",
                "© РИА Новости / Иван Петров",
                "Fotoğraf: Ali Şahin/AA",
                "(رويترز)",
                "新华社记者 李明 摄",
                "新华社记者李明摄",
                "图/李明",
                "写真：山田太郎",
                "Lynne Hart/Daily Harbour",
                "Xinhua/Li Ming",
                "Photo: harbour.example",
                "© 2017 Reuters",
                "Photo by Lynne Hart.",
                "AFP PHOTO / LYNNE HART",
                "Getty Images/iStockphoto",
                "Ministry of Defence of Norway/TASS",
                "Agência Brasil",
                "PA Images via Getty Images",
                "Photo: Petra Novak",
                "Press service of the northern province/TASS",
                "Administration of Oresk district/TASS",
                "Image credit: Lynne Hart",
                "Lynne Hart | AP",
                "Reuters"
            })
    void takesCredit(String text) {
        assertThat(takes("credit", text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Lynne Hart",
                "Photo",
                "The mayor spoke to Reuters",
                "Russia hopes for talks, Reuters reported",
                "Photo: the mayor said on Wednesday",
                "Foreign Minister Anna Weiss AP Photo/Lynne Hart",
                "(AP Photo/Lynne Hart",
                "©",
                "and Agencies",
                "according to AP",
                "Photographers met in Lyon",
                "Moscow and London",
                "Press service of the northern province",
                "Ferries leave the harbour of Oresk",
                "Photo: Anna Weiss met her colleague Carl May in Vienna"
            })
    void takesNoCredit(String text) {
        assertThat(takes("credit", text)).isFalse();
    }

    @Test
    void beginsCreditAtItsAgency() {
        String line = "Foreign Minister Anna Weiss AP Photo/Lynne Hart";
        for (int start = 0; start < line.indexOf("AP"); start++) {
            assertThat(values("credit", line, start)).as("from %d", start).isEmpty();
        }
        assertThat(values("credit", line, line.indexOf("AP"))).contains("AP Photo/Lynne Hart");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Harbours, Storms, Ferry Service",
                "#ferry #storm",
                "Harbours",
                "Russia; U.S.; Talks",
                "经济，社会",
                "A | B"
            })
    void takesTags(String text) {
        assertThat(takes("tags", text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Harbours. Storms", "one two three four five six seven eight words", ", a", "He said: nothing"})
    void takesNoTags(String text) {
        assertThat(takes("tags", text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org/a?b=c#d",
                "http://example.org",
                "www.example.org/x",
                "example.org",
                "bücher.example"
            })
    void takesUrl(String text) {
        assertThat(takes("url", text)).isTrue();
    }

    @Test
    void leavesPunctuationAfterUrl() {
        assertThat(values("url", "example.org/a.", 0)).containsExactlyInAnyOrder("example.org/a", "example.org/a.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"word", "U.S.", "a b", "3.5", "..."})
    void takesNoUrl(String text) {
        assertThat(takes("url", text)).isFalse();
    }

    @Test
    void takesEmail() {
        assertThat(takes("email", "desk.news@harbour.example")).isTrue();
        assertThat(takes("email", "@harbour.example")).isFalse();
        assertThat(takes("email", "desk@harbour")).isFalse();
    }
}
