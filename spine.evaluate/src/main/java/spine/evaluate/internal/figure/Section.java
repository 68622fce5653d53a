package spine.evaluate.internal.figure;

import java.util.List;

/**
 * Figures that belong together.
 *
 * @param title what they are about
 * @param figures in the order they are read
 */
public record Section(String title, List<Figure> figures) {

    public Section {
        figures = List.copyOf(figures);
    }
}
