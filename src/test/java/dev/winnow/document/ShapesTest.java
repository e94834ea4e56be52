package dev.winnow.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShapesTest {

    @Test
    void standsInTheManualWithItsNumbers() throws IOException {
        assertThat(Files.readString(Path.of("rules/README.md")))
                .contains("| `sentence-like` | at least " + Shapes.SENTENCE_WORDS + " words and")
                .contains("or at least " + Shapes.OPEN_SENTENCE_WORDS + " words and a sentence that ends inside")
                .contains("| `heading-like` | at most " + Shapes.HEADING_WORDS + " words,")
                .contains("| `link-like` | at most " + Shapes.LINK_WORDS + " words,")
                .contains("| `short` | fewer than " + Shapes.SENTENCE_WORDS + " words |");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Recommended|heading-like link-like short",
                "Ferry sails again after the storm|heading-like link-like short",
                "The ferry left the harbour at noon on Sunday.|sentence-like",
                "“We hope so,” he said.|short",
                "Why?|heading-like link-like short",
                "Why did the harbour master wait for four days?|sentence-like heading-like link-like",
                "He told the council what it would have to pay for the new pier:|sentence-like",
                "Two ships left. Nobody knows where they are going to or why they did|sentence-like",
                "渡轮星期天中午离开了港口，港务长对市议会的成员们说。|sentence-like",
                "最新消息|heading-like link-like short",
                "Days without end: In the flooded valley, a mother’s daily struggle for bread and water|link-like",
                "All rights reserved.|short",
                // Every script has prose, a heading and a label.
                "The mayor said on Monday that the bridge would close.|sentence-like",
                "Мэр сообщил в понедельник, что мост закроют на три года.|sentence-like",
                "Новости города|heading-like link-like short",
                "Ο δήμαρχος είπε τη Δευτέρα ότι η γέφυρα θα κλείσει.|sentence-like",
                "Πότε θα ανοίξει πάλι η γέφυρα για τα αυτοκίνητα;|sentence-like heading-like link-like",
                "Τελευταία νέα|heading-like link-like short",
                "قال رئيس البلدية يوم الاثنين إن الجسر سيغلق ثلاث سنوات.|sentence-like",
                "قال رئيس البلدية يوم الاثنين إن الجسر سيغلق ثلاث سنوات.\u200F|sentence-like",
                "متى يفتح الجسر القديم أمام السيارات مرة أخرى؟|sentence-like heading-like link-like",
                "غادرت سفينتان الميناء. لا أحد يعرف إلى أين تتجهان ولا لماذا غادرتا الآن|sentence-like",
                "آخر الأخبار|heading-like link-like short",
                "ראש העיר אמר ביום שני כי הגשר ייסגר לשלוש שנים.|sentence-like",
                "חדשות אחרונות|heading-like link-like short",
                "महापौर ने सोमवार को कहा कि पुल तीन साल बंद रहेगा।|sentence-like",
                "ताज़ा समाचार|heading-like link-like short",
                "시장은 월요일에 다리가 내일부터 삼 년 동안 폐쇄된다고 말했다.|sentence-like",
                "최신 뉴스|heading-like link-like short",
                "市长周一表示，大桥将于明天起关闭三年。|sentence-like",
                "港务长说，渡轮星期天离港。没有人知道它会去哪里，也没有人知道为什么|sentence-like",
                "版权所有，未经许可不得转载。|short",
                "大桥将关闭三年 市长致歉|heading-like link-like short",
                "他在会上向各位代表详细解释了今后三年为什么必须关闭这座大桥：|sentence-like",
                "市長は月曜日、橋があすから三年間閉鎖されると述べた。|sentence-like",
                "最新ニュース|heading-like link-like short",
                "นายกเทศมนตรีกล่าวเมื่อวันจันทร์ว่าสะพานเก่าจะปิดเป็นเวลาสามปีเพื่อซ่อมแซมตั้งแต่วันพรุ่งนี้เป็นต้นไป|sentence-like",
                "ปิดสะพานเก่าสามปี|heading-like link-like short",
                "ข่าวล่าสุด|heading-like link-like short",
                "អភិបាលក្រុងបាននិយាយកាលពីថ្ងៃចន្ទថាស្ពាននឹងបិទ។|sentence-like",
                "ព័ត៌មានថ្មី|heading-like link-like short",
                "မြို့တော်ဝန်က တံတားကို သုံးနှစ်ပိတ်မည်ဟု တနင်္လာနေ့တွင် ပြောသည်။|sentence-like",
                "နောက်ဆုံးရသတင်း|heading-like link-like short",
            })
    void knowsShapes(String line, String shapes) {
        StringBuilder found = new StringBuilder();
        int bits = Shapes.of(line, 0, line.length());
        for (Shape shape : Shape.values()) {
            if ((bits & shape.bit()) != 0) {
                found.append(found.isEmpty() ? "" : " ").append(shape);
            }
        }
        assertThat(found).hasToString(shapes);
    }
}
