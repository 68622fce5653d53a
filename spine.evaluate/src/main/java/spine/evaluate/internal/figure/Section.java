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

    /** @throws IllegalArgumentException if there is no figure of that name */
    public Figure figure(String name) {
        return figures.stream().filter(figure -> figure.name().equals(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(title + " has no figure " + name));
    }
}
