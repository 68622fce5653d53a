package spine.report.internal.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import spine.api.report.ScoringResult;
import spine.api.score.Score;
import spine.common.display.DisplayWindow;
import spine.common.display.DisplayWindows;
import spine.report.internal.CardStatements;
import spine.report.internal.drawing.Canvas;
import spine.report.internal.drawing.Frame;
import spine.report.internal.drawing.OverviewFigure;
import spine.report.internal.drawing.QuadrantGlyph;
import spine.report.internal.drawing.UnitFigure;

/** The pictures of one result in pixels: stations and slices alone, and put together with words. Safe for many threads. */
public final class Pictures {
    /** Of overviews: a station of 300 mm is as high as a window on a screen. */
    private static final double OVERVIEW_SCALE = 3.2;
    /** Of units: about three pixels for each of the image. */
    private static final double UNIT_SCALE = 5;
    /** Of the small picture of a study in a list: a station of 300 mm is 240 pixels high. */
    private static final double SMALL_SCALE = 0.8;
    private static final int GAP = 12;
    private static final int SMALL_GAP = 3;
    private static final int TITLE = 26;
    private static final int CAPTION = 14;

    private final ScoringResult result;
    private final List<DisplayWindow> windows;
    /** What the models may be used for. */
    private final String use;

    public Pictures(ScoringResult result) {
        this.result = result;
        this.windows = DisplayWindows.of(result);
        this.use = String.join(" ", CardStatements.of(result.models()).intendedUse());
    }

    /**
     * A slice of a unit.
     *
     * @param plain the image alone
     * @param overlay with what was found
     */
    public record SlicePictures(BufferedImage plain, BufferedImage overlay) {
    }

    /** One station with its units in the colours of their scores. */
    public BufferedImage station(Score score, int stack) {
        OverviewFigure figure = new OverviewFigure(result, score, stack);
        return drawn(RasterCanvas.image(figure.frame(), windows.get(stack), OVERVIEW_SCALE), figure.frame(), OVERVIEW_SCALE, figure::draw);
    }

    /** All stations side by side, as small as a list of studies shows them, with the units above 0. */
    public BufferedImage small(Score score) {
        List<BufferedImage> stations = IntStream.range(0, result.study().stacks().size()).parallel().mapToObj(stack -> {
            OverviewFigure figure = new OverviewFigure(result, score, stack);
            return drawn(RasterCanvas.image(figure.frame(), windows.get(stack), SMALL_SCALE), figure.frame(), SMALL_SCALE,
                    figure::drawScores);
        }).toList();
        return FewColours.of(beside(stations));
    }

    private static BufferedImage beside(List<BufferedImage> stations) {
        int wide = stations.stream().mapToInt(BufferedImage::getWidth).sum() + SMALL_GAP * (stations.size() - 1);
        BufferedImage picture = new BufferedImage(wide, highest(stations), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        int left = 0;
        for (BufferedImage station : stations) {
            graphics.drawImage(station, left, 0, null);
            left += station.getWidth() + SMALL_GAP;
        }
        graphics.dispose();
        return picture;
    }

    /** @param index of the slice in its stack */
    public SlicePictures slice(UnitFigure figure, int index) {
        Frame frame = figure.frame(index);
        BufferedImage plain = RasterCanvas.image(frame, windows.get(frame.stack()), UNIT_SCALE);
        BufferedImage copy = new BufferedImage(plain.getWidth(), plain.getHeight(), BufferedImage.TYPE_INT_RGB);
        copy.setData(plain.getRaster());
        return new SlicePictures(plain, drawn(copy, frame, UNIT_SCALE, canvas -> figure.draw(index, canvas)));
    }

    private static BufferedImage drawn(BufferedImage picture, Frame frame, double scale, Consumer<Canvas> drawing) {
        RasterCanvas canvas = new RasterCanvas(picture, frame, scale);
        drawing.accept(canvas);
        canvas.dispose();
        return picture;
    }

    /** All stations side by side. */
    BufferedImage overview(Score score, String title) {
        List<BufferedImage> stations = IntStream.range(0, result.study().stacks().size()).parallel()
                .mapToObj(stack -> station(score, stack)).toList();
        return together(title, List.of(stations), IntStream.range(0, stations.size()).mapToObj(i -> "Station " + (i + 1)).toList());
    }

    /** The slices of a unit with what was found, and without it below. */
    BufferedImage unit(UnitFigure figure, String title) {
        List<Integer> slices = figure.slices();
        List<SlicePictures> pictures = slices.stream().map(index -> slice(figure, index)).toList();
        return together(title, List.of(pictures.stream().map(SlicePictures::overlay).toList(),
                pictures.stream().map(SlicePictures::plain).toList()),
                slices.stream().map(index -> QuadrantGlyph.words(index + 1, figure.finding(index))).toList());
    }

    /** @param captions of the columns */
    private BufferedImage together(String title, List<List<BufferedImage>> rows, List<String> captions) {
        int columns = rows.get(0).size();
        int[] left = new int[columns + 1];
        left[0] = GAP;
        for (int i = 0; i < columns; i++) {
            left[i + 1] = left[i] + rows.get(0).get(i).getWidth() + GAP;
        }
        int first = GAP + TITLE + GAP;
        int high = first + rows.stream().mapToInt(row -> highest(row) + GAP).sum() + 2 * (CAPTION + GAP);
        int wide = Math.max(left[columns], (int) Math.ceil(Letters.width(title, TITLE)) + 2 * GAP);
        BufferedImage picture = new BufferedImage(wide, high, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, wide, high);
        graphics.setColor(new Color(0x16202b));
        Letters.draw(graphics, title, GAP, GAP + 0.8 * TITLE, TITLE);
        int top = first;
        for (List<BufferedImage> row : rows) {
            for (int i = 0; i < columns; i++) {
                graphics.drawImage(row.get(i), left[i], top, null);
            }
            top += highest(row) + GAP;
        }
        for (int i = 0; i < columns; i++) {
            caption(graphics, captions.get(i), left[i], top, rows.get(0).get(i).getWidth());
        }
        caption(graphics, use, GAP, top + CAPTION + GAP, wide - 2 * GAP);
        graphics.dispose();
        return picture;
    }

    /** As large as there is room for it in one line. */
    private static void caption(Graphics2D graphics, String words, int left, int top, int room) {
        double size = Math.min(CAPTION, CAPTION * room / Math.max(1, Letters.width(words, CAPTION)));
        Letters.draw(graphics, words, left, top + 0.8 * CAPTION, size);
    }

    private static int highest(List<BufferedImage> row) {
        return row.stream().mapToInt(BufferedImage::getHeight).max().orElse(0);
    }
}
