package dev.winnow.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts of the size of a short article in the charsets of the web before UTF-8. */
class LegacyCharsetTest {

    @ParameterizedTest(name = "{0} {index}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "windows-1252|Le premier ferry a quitté le port dimanche matin, après trois jours de tempête. « Nous avons dû attendre », a déclaré le capitaine, Étienne Morel. Les pêcheurs, eux, étaient déjà partis à l’aube. La mairie prévoit d’ouvrir une deuxième ligne dès l’été 2020 ; le coût s’élève à 3 millions d’euros. Où seront construits les nouveaux quais ? Personne ne le sait.",
                "windows-1252|Der Bürgermeister eröffnete am Sonntag die neue Brücke über den Fluss. „Wir haben lange darauf gewartet“, sagte er. Für die Händler am Südufer heißt das: kürzere Wege, größere Kundschaft. Die Kosten betrugen 12 Millionen Euro – drei mehr als geplant.",
                "windows-1252|El primer transbordador salió del puerto el domingo por la mañana, después de tres días de tormenta. «Teníamos que esperar», dijo el capitán. ¿Cuándo llegará el próximo? Según la compañía, mañana. Los niños y los señores mayores viajarán gratis este año.",
                "windows-1250|Předseda vlády řekl, že příští týden bude jednat s opozicí o důchodové reformě. První trajekt vyplul z přístavu v neděli ráno, po třech dnech bouřky. „Museli jsme počkat,“ uvedl kapitán. Rybáři odjeli už za úsvitu. Město plánuje otevřít druhou linku v létě 2020, náklady dosáhnou tří milionů eur.",
                "windows-1250|Pierwszy prom wypłynął z portu w niedzielę rano, po trzech dniach sztormu. „Musieliśmy czekać” – powiedział kapitan. Rybacy wyruszyli już o świcie. Miasto planuje otworzyć drugą linię latem 2020 roku; koszt wyniesie trzy miliony euro. Gdzie powstaną nowe nabrzeża? Tego nikt jeszcze nie wie.",
                "ISO-8859-2|Pierwszy prom wypłynął z portu w niedzielę rano, po trzech dniach sztormu. Musieliśmy czekać - powiedział kapitan. Rybacy wyruszyli już o świcie. Miasto planuje otworzyć drugą linię latem 2020 roku; koszt wyniesie trzy miliony euro. Gdzie powstaną nowe nabrzeża? Tego nikt jeszcze nie wie.",
                "ISO-8859-2|Az első komp vasárnap reggel hagyta el a kikötőt, három napos vihar után. Várnunk kellett, mondta a kapitány. A halászok már hajnalban elindultak. A város 2020 nyarán új járatot indít; a költség három millió euró. Hogy hol épülnek az új rakpartok, azt még senki sem tudja.",
                "windows-1251|Первый паром вышел из гавани в воскресенье утром, после трёх дней шторма. «Нам пришлось ждать», — сказал капитан. Рыбаки ушли ещё на рассвете. Город планирует открыть вторую линию летом 2020 года; расходы составят три миллиона евро.",
                "windows-1251|Перший пором вийшов із гавані в неділю вранці, після трьох днів шторму. «Нам довелося чекати», — сказав капітан. Рибалки вирушили ще на світанку. Місто планує відкрити другу лінію влітку 2020 року; витрати становитимуть три мільйони євро.",
                "windows-1251|Първият ферибот напусна пристанището в неделя сутринта, след три дни буря. „Трябваше да чакаме“, каза капитанът. Рибарите тръгнаха още на зазоряване. Градът планира да открие втора линия през лятото на 2020 г.",
                "KOI8-R|Первый паром вышел из гавани в воскресенье утром, после трёх дней шторма. Нам пришлось ждать, сказал капитан. Рыбаки ушли ещё на рассвете. Город планирует открыть вторую линию летом 2020 года; расходы составят три миллиона евро.",
                "KOI8-U|Перший пором вийшов із гавані в неділю вранці, після трьох днів шторму. Нам довелося чекати, сказав капітан. Рибалки вирушили ще на світанку. Місто планує відкрити другу лінію влітку 2020 року; витрати становитимуть три мільйони євро.",
                "IBM866|Первый паром вышел из гавани в воскресенье утром, после трёх дней шторма. Нам пришлось ждать, сказал капитан. Рыбаки ушли ещё на рассвете. Город планирует открыть вторую линию летом 2020 года.",
                "ISO-8859-5|Первый паром вышел из гавани в воскресенье утром, после трёх дней шторма. Нам пришлось ждать, сказал капитан. Рыбаки ушли ещё на рассвете. Город планирует открыть вторую линию летом 2020 года.",
                "windows-31j|最初のフェリーは三日間の嵐の後、日曜日の朝に港を出た。「待つしかなかった」と船長は述べた。漁師たちは夜明けにはもう出発していた。市は2020年の夏に第二の航路を開く予定で、費用は三百万ユーロになる。新しい岸壁がどこに造られるかは、まだ誰も知らない。",
                "EUC-JP|最初のフェリーは三日間の嵐の後、日曜日の朝に港を出た。「待つしかなかった」と船長は述べた。漁師たちは夜明けにはもう出発していた。市は2020年の夏に第二の航路を開く予定で、費用は三百万ユーロになる。",
                "GB18030|经过三天的风暴，第一艘渡轮于周日上午离开港口。“我们只能等待，”船长说。渔民们天一亮就出发了。该市计划在2020年夏天开通第二条航线，费用为三百万欧元。新码头将建在哪里，目前还没有人知道。",
                "Big5|經過三天的風暴，第一艘渡輪於週日上午離開港口。「我們只能等待，」船長說。漁民們天一亮就出發了。該市計劃在2020年夏天開通第二條航線，費用為三百萬歐元。新碼頭將建在哪裡，目前還沒有人知道。",
                "x-windows-949|사흘간의 폭풍 끝에 첫 여객선이 일요일 아침 항구를 떠났다. \"기다릴 수밖에 없었다\"고 선장은 말했다. 어부들은 이미 새벽에 출발했다. 시는 2020년 여름에 두 번째 노선을 열 계획이며, 비용은 삼백만 유로에 이른다.",
                "windows-1253|Το πρώτο πλοίο έφυγε από το λιμάνι την Κυριακή το πρωί, μετά από τρεις ημέρες καταιγίδας. «Έπρεπε να περιμένουμε», είπε ο καπετάνιος. Άλλοι ψαράδες είχαν ήδη φύγει τα ξημερώματα. Ο δήμος σχεδιάζει να ανοίξει δεύτερη γραμμή το καλοκαίρι του 2020.",
                "ISO-8859-7|Το πρώτο πλοίο έφυγε από το λιμάνι την Κυριακή το πρωί, μετά από τρεις ημέρες καταιγίδας. Έπρεπε να περιμένουμε, είπε ο καπετάνιος. Άλλοι ψαράδες είχαν ήδη φύγει τα ξημερώματα. Ο δήμος σχεδιάζει να ανοίξει δεύτερη γραμμή το καλοκαίρι του 2020.",
                "windows-1254|İlk feribot, üç günlük fırtınanın ardından pazar sabahı limandan ayrıldı. “Beklemek zorundaydık” dedi kaptan. Balıkçılar şafakta çoktan yola çıkmıştı. Belediye, 2020 yazında ikinci bir hat açmayı planlıyor; maliyet üç milyon avroyu bulacak. Yeni iskelelerin nereye yapılacağını henüz kimse bilmiyor.",
                "windows-1255|המעבורת הראשונה יצאה מהנמל ביום ראשון בבוקר, לאחר שלושה ימי סערה. \"נאלצנו לחכות\", אמר הקברניט. הדייגים יצאו כבר עם שחר. העירייה מתכננת לפתוח קו שני בקיץ 2020; העלות תגיע לשלושה מיליון אירו.",
                "windows-1256|غادرت العبارة الأولى الميناء صباح الأحد بعد ثلاثة أيام من العاصفة. قال القبطان: «كان علينا أن ننتظر». وكان الصيادون قد انطلقوا مع الفجر. وتخطط البلدية لافتتاح خط ثان في صيف 2020، وتبلغ التكلفة ثلاثة ملايين يورو.",
                "x-windows-874|เรือข้ามฟากลำแรกออกจากท่าเรือเมื่อเช้าวันอาทิตย์ หลังพายุสามวัน กัปตันกล่าวว่าเราต้องรอ ชาวประมงออกเดินทางตั้งแต่รุ่งสาง เทศบาลวางแผนเปิดเส้นทางที่สองในฤดูร้อนปี 2020 ค่าใช้จ่ายสามล้านยูโร"
            })
    void isRecognisedWithoutAndAgainstADeclaration(String charset, String text) {
        byte[] bytes = text.getBytes(Charset.forName(charset));
        Decoded undeclared = Decoder.decode(bytes, null);
        assertThat(undeclared.text()).isEqualTo(text);
        assertThat(undeclared.charset()).isEqualTo(charset);
        assertThat(undeclared.warnings()).isEmpty();

        Decoded declared = Decoder.decode(bytes, charset);
        assertThat(declared.text()).isEqualTo(text);
        assertThat(declared.warnings()).isEmpty();

        Decoded asUtf8 = Decoder.decode(bytes, "utf-8");
        assertThat(asUtf8.text()).isEqualTo(text);
        assertThat(asUtf8.warnings()).contains("declared as utf-8, but the bytes are " + charset);
        // What all the web declared, whatever it wrote. Between Latin alphabets the bytes do not always tell.
        if (text.codePoints()
                .noneMatch(c -> c >= 0x80 && Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN)) {
            Decoded asLatin = Decoder.decode(bytes, "iso-8859-1");
            assertThat(asLatin.text()).isEqualTo(text);
            assertThat(asLatin.warnings()).containsExactly("declared as iso-8859-1, but the bytes are " + charset);
        }
    }

    @Test
    void aDeclarationThatNoStatisticsKnowIsFollowed() {
        String lithuanian = "Pirmasis keltas išplaukė iš uosto sekmadienio rytą, po trijų dienų audros.";
        String latvian = "Pirmais prāmis svētdienas rītā pēc trīs dienu vētras izbrauca no ostas.";
        for (String text : List.of(lithuanian, latvian)) {
            Decoded decoded = Decoder.decode(text.getBytes(Charset.forName("windows-1257")), "windows-1257");
            assertThat(decoded.text()).isEqualTo(text);
            assertThat(decoded.warnings()).isEmpty();
        }
        String euro = "Le coût s’élève à 3 millions d’euros (3 M€), a déclaré la préfète.".replace('’', '\'');
        assertThat(Decoder.decode(euro.getBytes(Charset.forName("ISO-8859-15")), "ISO-8859-15")
                        .text())
                .isEqualTo(euro);
    }
}
