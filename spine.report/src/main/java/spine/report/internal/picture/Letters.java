package spine.report.internal.picture;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Scanner;

/**
 * Letters as outlines: fonts of the system would give other pixels on another machine, and there may be none. They are those of DejaVu Sans
 * Condensed Bold for the visible characters of ASCII, in thousandths of the size ({@code letters.txt}: a line for each, with its number,
 * its width and its path). Safe for many threads.
 */
final class Letters {
    private static final double UNITS = 1000;
    private static final Map<Integer, Letter> ALL = read();

    private record Letter(double width, Path2D outline) {
    }

    private Letters() {
    }

    /**
     * Fills the letters with the paint of the graphics.
     *
     * @param x where the first begins
     * @param y of the line that they stand on
     */
    static void draw(Graphics2D graphics, String words, double x, double y, double size) {
        graphics.fill(outline(words, x, y, size));
    }

    /** The outline of a line; a character that is none of these is left out, as wide as a space. */
    static Path2D outline(String words, double x, double y, double size) {
        Path2D line = new Path2D.Double(Path2D.WIND_NON_ZERO);
        double at = x;
        for (int character : words.codePoints().toArray()) {
            Letter letter = ALL.getOrDefault(character, ALL.get((int) ' '));
            AffineTransform place = AffineTransform.getTranslateInstance(at, y);
            place.scale(size / UNITS, size / UNITS);
            line.append(letter.outline.getPathIterator(place), false);
            at += letter.width * size / UNITS;
        }
        return line;
    }

    static double width(String words, double size) {
        return words.codePoints().mapToDouble(character -> ALL.getOrDefault(character, ALL.get((int) ' ')).width).sum() * size / UNITS;
    }

    private static Map<Integer, Letter> read() {
        Map<Integer, Letter> letters = new HashMap<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(Objects.requireNonNull(
                Letters.class.getResourceAsStream("letters.txt"), "letters.txt"), StandardCharsets.US_ASCII))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                try (Scanner words = new Scanner(line)) {
                    letters.put(words.nextInt(), new Letter(words.nextInt(), path(words)));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return letters;
    }

    /** Commands of SVG, each before its first number. */
    private static Path2D path(Scanner words) {
        Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO);
        while (words.hasNext()) {
            String word = words.next();
            char command = word.charAt(0);
            double x = command == 'Z' ? 0 : Integer.parseInt(word.substring(1));
            switch (command) {
                case 'M' -> path.moveTo(x, words.nextInt());
                case 'L' -> path.lineTo(x, words.nextInt());
                case 'Q' -> path.quadTo(x, words.nextInt(), words.nextInt(), words.nextInt());
                default -> path.closePath();
            }
        }
        return path;
    }
}
