package spine.io.dicom.internal.sc;

import java.util.Map;

/** The letters of levels on 5 x 7 dots: fonts of the system would give other pixels on another machine. */
final class DotMatrix {
    static final int ROWS = 7;
    static final int COLUMNS = 5;

    /** Rows from the top, of each the leftmost dot in bit 4. */
    private static final Map<Character, int[]> LETTERS = Map.ofEntries(
            Map.entry('0', new int[] {14, 17, 19, 21, 25, 17, 14}), Map.entry('1', new int[] {4, 12, 4, 4, 4, 4, 14}),
            Map.entry('2', new int[] {14, 17, 1, 2, 4, 8, 31}), Map.entry('3', new int[] {31, 2, 4, 2, 1, 17, 14}),
            Map.entry('4', new int[] {2, 6, 10, 18, 31, 2, 2}), Map.entry('5', new int[] {31, 16, 30, 1, 1, 17, 14}),
            Map.entry('6', new int[] {6, 8, 16, 30, 17, 17, 14}), Map.entry('7', new int[] {31, 1, 2, 4, 8, 8, 8}),
            Map.entry('8', new int[] {14, 17, 17, 14, 17, 17, 14}), Map.entry('9', new int[] {14, 17, 17, 15, 1, 2, 12}),
            Map.entry('C', new int[] {14, 17, 16, 16, 16, 17, 14}), Map.entry('L', new int[] {16, 16, 16, 16, 16, 16, 31}),
            Map.entry('S', new int[] {15, 16, 16, 14, 1, 1, 30}), Map.entry('T', new int[] {31, 4, 4, 4, 4, 4, 4}),
            Map.entry('/', new int[] {1, 1, 2, 4, 8, 16, 16}));

    private DotMatrix() {
    }

    /** Whether the dot belongs to the letter; none does of a letter that no level has. */
    static boolean isSet(char letter, int row, int column) {
        int[] rows = LETTERS.get(letter);
        return rows != null && (rows[row] >> (COLUMNS - 1 - column) & 1) == 1;
    }
}
