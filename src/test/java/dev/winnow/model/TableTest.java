package dev.winnow.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void takesLogarithmsInEighths() {
        assertThat(Table.log(0)).isZero();
        assertThat(Table.log(1)).isEqualTo(8);
        assertThat(Table.log(2)).isEqualTo(12);
        assertThat(Table.log(3)).isEqualTo(16);
        assertThat(Table.log(1023)).isEqualTo(80);
        assertThat(Table.log(-5)).isZero();
        for (int i = 1; i < 100_000; i++) {
            assertThat(Table.log(i)).isGreaterThanOrEqualTo(Table.log(i - 1));
            assertThat(Table.log(i)).isBetween((int) (8 * Math.log(i + 1) / Math.log(2) - 1), (int)
                    (8 * Math.log(i + 1) / Math.log(2) + 1));
        }
    }

    @Test
    void keepsNumbersThatAreTooLargeAtTheLargest() {
        Table table = new Table(1, 1);
        table.set(0, 0, 1_000_000);
        assertThat(table.get(0, 0)).isEqualTo(Short.MAX_VALUE);
        table.set(0, 0, -1_000_000);
        assertThat(table.get(0, 0)).isEqualTo(Short.MIN_VALUE);
    }

    @Test
    void hasEmptyRowsAroundItsLines() {
        Table table = new Table(2, 3);
        table.set(0, 0, 7);
        for (int away = 1; away <= Table.MARGIN; away++) {
            assertThat(table.get(-away, 0)).isZero();
            assertThat(table.get(1 + away, 2)).isZero();
        }
    }
}
