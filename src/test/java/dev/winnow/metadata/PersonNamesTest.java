package dev.winnow.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.rule.slot.TestLexicons;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonNamesTest {

    private static final PersonNames NAMES = new PersonNames(TestLexicons.shipped());

    private static List<String> read(String byline) {
        return NAMES.read(byline, List.of(), false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ada Holm and Jon Halder => Ada Holm; Jon Halder",
                "Ada Holm, Senior Political Correspondent, London => Ada Holm",
                "Ada Holm in Berlin => Ada Holm",
                "Ada Holm ada.holm@post.example => Ada Holm",
                "Ada Holm (@adaholm) => Ada Holm",
                "Ada Holm | Follow => Ada Holm",
                "Ada Holm at the Harbour Times => Ada Holm",
                "Ada Holm for the Daily Record => Ada Holm",
                "Ada Holm, New York => Ada Holm",
                "Ada Holm, BBC News => Ada Holm",
                "Ada Holm | Harbour Post => Ada Holm",
                "Ada Holm - Harbour Post => Ada Holm",
                "Emily Post => Emily Post",
                "Robert Service => Robert Service",
                "Sebastian Junger => Sebastian Junger",
                "Von Ada Holm, Chefredakteurin => Ada Holm",
                "Ada Holm, Redakteurin Politik => Ada Holm",
                "Text: Ada Holm, Fotos: Jon Halder => Ada Holm",
                "Foto: Jon Halder Text: Ada Holm => Ada Holm",
                "Ada Holm (Text) und Jon Halder (Fotos) => Ada Holm; Jon Halder",
                "Von Ada Holm und Jon Halder => Ada Holm; Jon Halder",
                "Ada Holm, dpa => Ada Holm",
                "Par Ada Holm, journaliste => Ada Holm",
                "Par Ada Holm, envoyée spéciale à Oresk => Ada Holm",
                "Par Ada Holm et Jon Halder => Ada Holm; Jon Halder",
                "Par Ada Holm à Paris => Ada Holm",
                "Por Ada Holm, corresponsal en Madrid => Ada Holm",
                "Ada Holm y Jon Halder => Ada Holm; Jon Halder",
                "José Ortega y Gasset => José Ortega y Gasset",
                "Por Ada Holm e Jon Halder, Rio de Janeiro => Ada Holm; Jon Halder",
                "di Ada Holm => Ada Holm",
                "Di Ada Holm e Jon Halder => Ada Holm; Jon Halder",
                "Ada Holm, inviata a Roma => Ada Holm",
                "Angel Di Maria => Angel Di Maria",
                "Door Ada Holm, verslaggever => Ada Holm",
                "Sophie in 't Veld => Sophie in 't Veld",
                "Ada Holm, redaktorka naczelna => Ada Holm",
                "Tekst: Ada Holm, zdjęcia: Jan Halder => Ada Holm",
                "Ada Holm i Jan Halder => Ada Holm; Jan Halder",
                "Анна Холм, специальный корреспондент => Анна Холм",
                "Анна Холм и Иван Петров => Анна Холм; Иван Петров",
                "Анна Холм, Москва => Анна Холм",
                "Yazan: Ada Holm => Ada Holm",
                "Ada Holm ve Can Yılmaz => Ada Holm; Can Yılmaz",
                "Ada Holm, köşe yazarı => Ada Holm",
                "بقلم: أحمد علي => أحمد علي",
                "بقلم أحمد علي => أحمد علي",
                "أحمد علي و محمد حسن => أحمد علي; محمد حسن",
                "أحمد علي - القاهرة => أحمد علي",
                "作者:王小明 => 王小明",
                "记者 王小明 => 王小明",
                "记者王小明 李华 => 王小明 李华",
                "文/王小明 图/李华 => 王小明",
                "王小明、李华 => 王小明; 李华",
                "王小明和李华 => 王小明; 李华",
                "新华社记者 王小明 => 王小明",
                "约翰·史密斯 => 约翰·史密斯",
                "文/约翰·史密斯 => 约翰·史密斯",
                "作者：约翰•史密斯、李华 => 约翰•史密斯; 李华",
                "约翰·史密斯和李华 => 约翰·史密斯; 李华",
                "记者约翰‧史密斯 => 约翰‧史密斯",
                "文·王小明 => 王小明",
                "阿卜杜·热合曼·买买提 => 阿卜杜·热合曼·买买提",
                "王小明 · 李华 => 王小明; 李华",
                "ジョン·スミス => ジョン·スミス",
                "김철수·이영희·박민수 => 김철수; 이영희; 박민수",
                "Ada Holm·Jon Halder => Ada Holm; Jon Halder",
                "山田太郎 => 山田太郎",
                "山田太郎、佐藤花子 => 山田太郎; 佐藤花子",
                "山田太郎記者 => 山田太郎",
                "取材・文＝山田太郎　写真＝佐藤花子 => 山田太郎",
                "ジョン・スミス => ジョン・スミス",
                "鈴木太郎・田中花子 => 鈴木太郎; 田中花子",
                "ジョン・スミス、鈴木太郎 => ジョン・スミス; 鈴木太郎",
                "文・鈴木太郎 => 鈴木太郎",
                "中村 真子 => 中村 真子",
                "Της Άννας Χολμ => Άννας Χολμ",
                "Του Γιώργου Παπαδόπουλου => Γιώργου Παπαδόπουλου",
                "Άννα Χολμ και Γιάννης Δήμου => Άννα Χολμ; Γιάννης Δήμου",
                "Άννα Χολμ, δημοσιογράφος => Άννα Χολμ",
                "Holm, Ada => Ada Holm",
                "Holm, A. B. => A. B. Holm",
                "Holm Lind, AB => AB Holm Lind",
                "Ada Holm, PhD => Ada Holm, PhD",
                "Dr. Ada Holm, MD, PhD, and Joe Reed Jr. => Dr. Ada Holm, MD, PhD; Joe Reed Jr.",
                "Ada Holm OBE => Ada Holm OBE",
                "Martin Luther King, Jr. => Martin Luther King, Jr.",
                "Ada van der Berg => Ada van der Berg",
                "JOE HOLM, HARBOUR POST => Joe Holm",
                "Joe Holm, HARBOUR POST => Joe Holm",
                "Joe Holm, VALLMARK COAST => Joe Holm",
                "王小明, OLE BERG => 王小明; Ole Berg",
                "(Ada Holm) => Ada Holm",
                "Ada Holm & van der => Ada Holm",
                "Ole Starboard => Ole Starboard",
                "Staff Writer Ada Holm => Ada Holm",
                "Environment Reporter Ada Holm => Ada Holm",
                "Ada Holm Environment Reporter => Ada Holm",
                "Ada Holm, updated May => Ada Holm",
                "bell hooks => bell hooks",
                "Ada Holm & Jon Halder => Ada Holm; Jon Halder",
                "Karim, Lea, Tom => Karim; Lea; Tom",
                "Ada Holm, Jon Halder, Mia Reed => Ada Holm; Jon Halder; Mia Reed",
                "Words by Ada Holm, photography by Jon Halder => Ada Holm",
                "Ada Holm with additional reporting by Jon Halder => Ada Holm",
                "Ada Holm, translated by Jon Halder => Ada Holm",
                "Ada FitzGerald and Jon DiHalder => Ada FitzGerald; Jon DiHalder",
            })
    void knowsThePersons(String row) {
        String[] parts = row.split(" => ");
        assertThat(read(parts[0])).isEqualTo(Arrays.asList(parts[1].split("; ")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@adaholm",
                "Subscribe",
                "Follow",
                "体育部",
                "スポーツ部",
                "Sports Desk",
                "Foreign Desk Staff",
                "The Harbour Times",
                "Newsroom",
                "News Team",
                "Harbour Post Staff",
                "admin",
                "N/A",
                "{{author}}",
                "%%author%%",
                "${author.name}",
                "<author>",
                "@adaholm",
                "ada.holm",
                "none",
                "Redaktion Wirtschaft",
                "Wirtschaftsredaktion",
                "Die Redaktion",
                "La rédaction",
                "Service des sports",
                "Redacción Deportes",
                "Redação",
                "Redazione Sport",
                "Sportredactie",
                "Redakcja Sport",
                "Redaktorka naczelna",
                "Отдел спорта",
                "Служба новостей",
                "Редакция",
                "Фото: Иван Петров",
                "Spor Servisi",
                "Haber Merkezi",
                "قسم الرياضة",
                "هيئة التحرير",
                "体育编辑部",
                "责任编辑：李华",
                "スポーツ編集部",
                "写真・佐藤花子",
                "Αθλητική Σύνταξη",
                "Συντακτική ομάδα",
                "Harbour Verlag GmbH",
                "Ministry of Fisheries",
                "University of Oresk",
                "Reuters Staff",
                "Associated Press",
                "Vallmark Web Staff",
                "Ada ’ Holm",
                "Vallmark Press Release",
                "AFP",
                "Guest Contributor",
                "Special to the Post",
                "Senior Sports Reporter",
                "Photos by Jon Halder",
                "ada@harbour.example",
                "https://social.example/ada",
                "[object Object]",
                "[[byline]]",
                "ТАСС",
                "新华社",
                "Ann BergHarbour",
            })
    void findsNobodyInWhatIsNoPerson(String byline) {
        assertThat(read(byline)).isEmpty();
    }

    @Test
    void findsNoneInTheNameOfThePaper() {
        assertThat(NAMES.read("Harbour Post", List.of("Harbour Post"), false)).isEmpty();
        assertThat(NAMES.read("Harbour Post Staff", List.of("Harbour Post"), false))
                .isEmpty();
        assertThat(NAMES.read("Vallmark Staff", List.of("Vallmark"), false)).isEmpty();
        assertThat(NAMES.read("Vallmark Holm", List.of("Vallmark"), false)).containsExactly("Vallmark Holm");
    }

    @Test
    void knowsNamesOfAtMostEightyLetters() {
        String name = "Ada " + "H".repeat(1) + "o".repeat(75);
        assertThat(read(name)).containsExactly(name);
        assertThat(read(name + "o")).isEmpty();
    }

    @Test
    void knowsTheAgencyInABylineOfAtMostThousandCharacters() {
        assertThat(NAMES.agency("Ada Holm, Reuters")).isEqualTo("Reuters");
        assertThat(NAMES.agency("AFP; Reuters")).isEqualTo("AFP");
        assertThat(NAMES.agency("Photo: Reuters")).as("it is not the author").isNull();
        assertThat(NAMES.agency("Ada Holm")).isNull();
        assertThat(NAMES.agency("Reuters, " + "x".repeat(991))).isEqualTo("Reuters");
        assertThat(NAMES.agency("Reuters, " + "x".repeat(992))).isNull();
    }

    @Test
    void putsTheFamilyNameLastThatStandsBeforeAComma() {
        assertThat(read("Holm, Ada; Reed, Tom")).containsExactly("Ada Holm", "Tom Reed");
        assertThat(read("Holm Lind, A. B.")).containsExactly("A. B. Holm Lind");
        assertThat(NAMES.read("Holm Lind, Ada Maria", List.of(), true)).containsExactly("Ada Maria Holm Lind");
        assertThat(read("Ada Holm, Tom Reed")).containsExactly("Ada Holm", "Tom Reed");
    }

    @Test
    void entriesTellTogetherWhetherTheFamilyNameStandsFirst() {
        assertThat(NAMES.familyFirst(List.of("Holm Lind, Ada Maria", "Reed, Tom")))
                .isTrue();
        assertThat(NAMES.familyFirst(List.of("Holm Lind, Ada Maria", "Tom Reed")))
                .isFalse();
        assertThat(NAMES.familyFirst(List.of("Ada Holm, Tom Reed"))).isFalse();
        assertThat(NAMES.familyFirst(List.of("Holm Lind Berg, Ada Maria Eva", "Reed, Tom")))
                .isTrue();
        assertThat(NAMES.familyFirst(List.of("Holm Lind Berg Dahl, Ada", "Reed, Tom")))
                .isFalse();
        assertThat(NAMES.familyFirst(List.of("Holm, Ada Maria Eva Ida", "Reed, Tom")))
                .isFalse();
        assertThat(NAMES.familyFirst(List.of("Holm, Ada, Eva", "Reed, Tom"))).isFalse();
        assertThat(NAMES.familyFirst(List.of(", Ada", "Reed, Tom"))).isFalse();
    }
}
