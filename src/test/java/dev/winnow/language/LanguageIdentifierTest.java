package dev.winnow.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.document.Line;
import dev.winnow.document.Page;
import dev.winnow.document.TrackedText;
import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class LanguageIdentifierTest {

    private static Map<String, List<String>> words;
    private static LanguageIdentifier withoutProfiles;

    @BeforeAll
    static void readLexicon() throws IOException {
        words = new TreeMap<>();
        try (InputStream in = LanguageIdentifierTest.class.getResourceAsStream("/rules/lexicon/stopwords.yaml")) {
            Map<?, ?> file = (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromInputStream(in);
            file.forEach((key, value) -> {
                if (value instanceof List<?> list) {
                    words.put(
                            key.toString(), list.stream().map(Object::toString).toList());
                }
            });
        }
        withoutProfiles = new LanguageIdentifier(words, text -> {
            throw new AssertionError("asked for profiles: " + text);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | The ferry left the harbour at noon, and nobody on board knew when it would return to the island.
            de | Die Fähre verließ den Hafen am Mittag, und niemand an Bord wusste, wann sie wieder zur Insel fahren würde.
            fr | Le bac a quitté le port à midi et personne à bord ne savait quand il pourrait revenir dans l'île.
            es | El transbordador salió del puerto al mediodía y nadie a bordo sabía cuándo volvería a la isla con los demás.
            pt | A balsa saiu do porto ao meio-dia e ninguém a bordo sabia quando ela voltaria para a ilha com os outros.
            it | Il traghetto ha lasciato il porto a mezzogiorno e nessuno sapeva quando sarebbe tornato nella piccola isola.
            nl | De veerboot heeft de haven om twaalf uur verlaten en niemand aan boord wist wanneer hij weer naar het eiland zou gaan.
            ca | El transbordador va sortir del port al migdia i ningú no sabia quan tornaria a l'illa amb els altres.
            gl | O transbordador saíu do porto ao mediodía e ninguén sabía cando volvería á illa cos outros, nin con que xente.
            ro | Feribotul a plecat din port la prânz și nimeni de la bord nu știa când se va întoarce pe insulă.
            pl | Prom wypłynął z portu w południe i nikt na pokładzie nie wiedział, czy wróci na wyspę przed nocą, jak co roku.
            cs | Trajekt vyplul z přístavu v poledne a nikdo na palubě nevěděl, kdy se na ostrov vrátí, protože byla ještě mlha.
            sk | Trajekt vyplával z prístavu na poludnie a nikto na palube nevedel, kedy sa na ostrov vráti, pretože bola ešte hmla.
            hu | A komp délben hagyta el a kikötőt, és senki sem tudta a fedélzeten, hogy mikor tér majd vissza a szigetre.
            sv | Färjan lämnade hamnen vid tolv och ingen ombord visste när den skulle komma tillbaka till ön, eftersom det var dimma.
            da | Færgen forlod havnen ved middagstid, og ingen om bord vidste, hvornår den skulle sejle tilbage til øen efter tågen.
            no | Fergen forlot havnen ved middagstid, og ingen om bord visste når den skulle seile tilbake til øya etter tåken.
            fi | Lautta lähti satamasta keskipäivällä, eikä kukaan tiennyt, koska se palaisi saarelle, sillä sumu oli vielä hyvin sakea ja se ei hälvennyt.
            et | Praam lahkus sadamast keskpäeval ja keegi ei teadnud, millal see saarele tagasi tuleb, sest udu oli veel väga paks.
            lv | Prāmis izbrauca no ostas pusdienlaikā, un neviens uz klāja nezināja, kad tas būs atpakaļ uz salas, jo bija bieza migla.
            lt | Keltas išplaukė iš uosto vidurdienį, ir niekas nežinojo, kada jis vėl grįš į salą, nes rūkas buvo dar labai tirštas.
            hr | Trajekt je isplovio iz luke u podne i nitko nije znao kada će se vratiti na otok, jer je magla još bila gusta, a prije toga nije.
            sl | Trajekt je izplul iz pristanišča opoldne in nihče ni vedel, kdaj se bo vrnil na otok, saj je bila megla še zelo gosta.
            sr | Trajekt je isplovio iz luke u podne i niko nije znao kada će se vratiti na ostrvo, jer je magla još bila gusta, a pre toga nije, posle toga ni ovde.
            sr | Трајект је испловио из луке у подне и нико није знао када ће се вратити на острво, јер је магла још била густа.
            sq | Trageti u nis nga porti në mesditë dhe askush nuk e dinte se kur do të kthehej në ishull me të tjerët.
            tr | Feribot öğlen limandan ayrıldı ve hiç kimse onun adaya ne zaman döneceğini bilmiyordu, çünkü sis daha çok yoğundu.
            az | Bərə günorta limandan çıxdı və heç kim onun adaya nə zaman qayıdacağını bilmirdi, çünki duman hələ çox sıx idi.
            id | Kapal feri itu meninggalkan pelabuhan pada siang hari dan tidak ada yang tahu kapan kapal itu akan kembali ke pulau karena kabut.
            vi | Chiếc phà rời cảng vào buổi trưa và không ai trên tàu biết khi nào nó sẽ trở lại hòn đảo vì sương mù còn rất dày.
            sw | Kivuko kiliondoka bandarini wakati wa mchana na hakuna mtu aliyejua kama kitarudi tena katika kisiwa hicho kwa sababu ya ukungu.
            ru | Паром вышел из порта в полдень, и никто на борту не знал, когда он вернется на остров, потому что туман еще был густым.
            uk | Пором вийшов із порту опівдні, і ніхто на борту не знав, коли він повернеться на острів, адже туман ще був дуже густий.
            be | Паром выйшаў з порта апоўдні, і ніхто на борце не ведаў, калі ён вернецца на востраў, бо туман яшчэ быў вельмі густы.
            bg | Фериботът напусна пристанището на обед и никой на борда не знаеше кога ще се върне на острова, защото мъглата беше още много гъста.
            mk | Траектот го напушти пристаништето на пладне и никој не знаеше кога ќе се врати на островот, бидејќи маглата сѐ уште беше многу густа.
            kk | Паром түсте порттан шықты және оның аралға қашан оралатынын ешкім білмеді, өйткені тұман әлі өте қалың еді.
            ar | غادرت العبارة الميناء عند الظهر ولم يكن أحد على متنها يعرف متى ستعود إلى الجزيرة لأن الضباب كان كثيفا في ذلك اليوم.
            fa | کشتی ظهر از بندر حرکت کرد و هیچ کس نمی دانست که این کشتی چه زمانی به جزیره باز خواهد گشت چون مه هنوز بسیار غلیظ بود.
            ur | کشتی دوپہر کو بندرگاہ سے روانہ ہوئی اور کسی کو معلوم نہیں تھا کہ وہ جزیرے پر کب واپس آئے گی کیونکہ دھند ابھی تک گہری تھی۔
            hi | नाव दोपहर को बंदरगाह से निकली और किसी को नहीं पता था कि वह द्वीप पर कब लौटेगी, क्योंकि कोहरा अभी भी बहुत घना था।
            mr | बोट दुपारी बंदरातून निघाली आणि ती बेटावर कधी परत येणार हे कोणालाही माहीत नव्हते, पण नंतर धुके कमी झाले असे त्यांनी सांगितले.
            he | המעבורת יצאה מן הנמל בצהריים ואיש לא ידע מתי היא תחזור אל האי, כי הערפל היה עדיין כבד מאוד.
            el | Το πλοίο έφυγε από το λιμάνι το μεσημέρι και κανείς δεν ήξερε πότε θα επιστρέψει στο νησί.
            hy | Լաստանավը կեսօրին դուրս եկավ նավահանգստից, և ոչ ոք չգիտեր, թե երբ այն կվերադառնա կղզի։
            ka | ბორანი შუადღისას გავიდა ნავსადგურიდან და არავინ იცოდა, როდის დაბრუნდებოდა იგი კუნძულზე.
            th | เรือข้ามฟากออกจากท่าเรือตอนเที่ยง และไม่มีใครบนเรือรู้ว่าเรือจะกลับไปที่เกาะเมื่อใด
            ko | 여객선은 정오에 항구를 떠났고 배에 탄 사람 중 누구도 언제 섬으로 돌아갈지 알지 못했다.
            ja | 連絡船は正午に港を出たが、いつ島に戻るのか、乗客の誰も知らなかった。霧がまだ深かったからである。
            zh | 渡轮中午离开港口，船上没有人知道它什么时候会回到岛上，因为雾还很浓。
            """)
    void tellsLanguageWithoutProfiles(String code, String sentence) {
        assertThat(language(withoutProfiles, lines(sentence))).isEqualTo(code);
    }

    @Test
    void proseOutweighsTheNavigationAroundIt() {
        List<Line> lines = lines("Home\nThe latest\nAbout us and our work\nWhat you should know\nThe best of the week\n"
                + "Der Rat der Stadt hat am Montag beschlossen, dass die alte Brücke nicht abgerissen wird. "
                + "Sie soll nach dem Willen der Mehrheit bis zum Sommer wieder für den Verkehr geöffnet werden.\n"
                + "Follow us on all of the networks\nRead more about this and that");

        assertThat(language(withoutProfiles, lines)).isEqualTo("de");
    }

    @Test
    void namesInLatinLettersLeaveChineseChinese() {
        assertThat(language(
                        withoutProfiles, lines("渡轮 MS Northern Harbour 中午离开 Port Ellery，船上没有人知道它什么时候会回到岛上，因为雾还很浓。")))
                .isEqualTo("zh");
    }

    @Test
    void kanaInABrandNameLeavesChineseChinese() {
        assertThat(language(withoutProfiles, lines("渡轮中午离开港口，船上没有人知道它什么时候会回到岛上，因为雾还很浓，优の良品也没有说明原因。")))
                .isEqualTo("zh");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            empty   | ''
            numbers | 12.5 17.3 2026 44 100,000.00 13:45 --- *** ... 12 13 14 15 16 17 18 19 20.
            label   | Share
            names   | Anna Berg, Tom Hill
            rests   | x
            """)
    void tooLittleTextHasNoLanguage(String what, String text) {
        assertThat(language(withoutProfiles, lines(text))).as(what).isNull();
    }

    @Test
    void manyOneLetterLinesHaveNoLanguage() {
        assertThat(language(withoutProfiles, lines("x\n".repeat(5_000)))).isNull();
    }

    @Test
    void noiseHasNoLanguage() {
        Random random = new Random(7);
        StringBuilder noise = new StringBuilder();
        for (int i = 0; i < 10_000; i++) {
            noise.append((char) random.nextInt(Character.MAX_VALUE));
        }
        LanguageIdentifier identifier = new LanguageIdentifier(words, text -> null);

        assertThat(language(identifier, lines(noise.toString()))).isIn(null, "zh", "ko");
    }

    @Test
    void asksProfilesOnceOnlyInDoubt() {
        AtomicInteger asked = new AtomicInteger();
        LanguageIdentifier identifier = new LanguageIdentifier(words, text -> {
            asked.incrementAndGet();
            return "xx";
        });

        assertThat(
                        language(
                                identifier,
                                lines(
                                        "Kalo varima tenu soral mikare velo, dorima ketal suvero nal pirato gelima"
                                                + " tarun, veko dalira mosten karilo fenu, zarima kelto vurano pelira samon gitu rela.")))
                .isEqualTo("xx");
        assertThat(asked).hasValue(1);
    }

    @Test
    void profilesKnowALanguageWithoutStopWords() {
        Map<String, List<String>> without = new LinkedHashMap<>(words);
        without.remove("hu");
        LanguageIdentifier identifier = new LanguageIdentifier(without);

        assertThat(
                        language(
                                identifier,
                                lines(
                                        "Komp indult délben hatvan utassal, mégsem tudta senki, mikor térhet vissza"
                                                + " szigetünkre, mert sűrű köd ülte meg partjainkat egész héten, estig semmi jel nem mutatkozott."
                                                + " Kapitányunk nyugodtan várakozott, matrózai kártyáztak, szakácsunk halászlét főzött vacsorára.")))
                .isEqualTo("hu");
    }

    @Test
    void profilesKnowNothingOfNumbers() {
        assertThat(Profiles.identify("12 34 5.6")).isNull();
    }

    @Test
    void profilesAnswerTheSameEachTime() {
        String text = "Trajekt je isplovio iz luke u podne, magla je bila gusta, putnici su mirno cekali. ".repeat(20);
        String first = Profiles.identify(text);

        assertThat(IntStream.range(0, 20).parallel().mapToObj(i -> Profiles.identify(text)))
                .containsOnly(first);
    }

    @Test
    void orderOfLexiconMakesNoDifference() {
        List<String> codes = new ArrayList<>(words.keySet());
        Collections.reverse(codes);
        Map<String, List<String>> reversed = new LinkedHashMap<>();
        codes.forEach(code -> reversed.put(code, words.get(code)));
        LanguageIdentifier other = new LanguageIdentifier(reversed, text -> null);
        List<Line> lines = lines("A balsa saiu do porto e ninguém sabia quando ela voltaria para a ilha.");

        assertThat(other.identify(lines)).isEqualTo(withoutProfiles.identify(lines));
    }

    @Test
    void noLexiconMeansNoLanguage() {
        LanguageIdentifier identifier = new LanguageIdentifier(Map.of(), text -> null);

        assertThat(language(
                        identifier, lines("The ferry left the harbour at noon, and nobody knew when it would return.")))
                .isNull();
    }

    @Test
    void lexiconHoldsPlainLowerCaseWordsOnce() {
        words.forEach((code, list) -> {
            assertThat(code).matches("[a-z]{2}");
            assertThat(list)
                    .as(code)
                    .doesNotHaveDuplicates()
                    .allSatisfy(word -> assertThat(word)
                            .isEqualTo(Normalizer.normalize(word, Normalizer.Form.NFC))
                            .isEqualTo(word.toLowerCase(Locale.ROOT))
                            .doesNotContainAnyWhitespaces()
                            .doesNotContain("'", "’", "-"));
        });
        assertThat(words).hasSizeGreaterThan(20);
    }

    private static @Nullable String language(LanguageIdentifier identifier, List<Line> lines) {
        return identifier.identify(lines).language();
    }

    private static List<Line> lines(String text) {
        return Page.of(TrackedText.of(text)).lines();
    }
}
