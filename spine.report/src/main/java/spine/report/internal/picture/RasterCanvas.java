package spine.report.internal.picture;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import spine.api.image.Slice;
import spine.api.image.Vec3;
import spine.common.display.DisplayWindow;
import spine.common.raster.MaskOutline;
import spine.report.internal.drawing.Canvas;
import spine.report.internal.drawing.Frame;
import spine.report.internal.drawing.Ink;
import spine.report.internal.drawing.UnitMark;

/** A drawing in pixels with the same lines as on the page. For one thread. */
final class RasterCanvas implements Canvas {
    private static final float FILL = 0.22f;
    private static final double BADGE_MM = 9;
    private static final double POINTS_MM = 7.2;
    private static final double ZERO_MM = 5.5;

    private final Frame frame;
    private final double scale;
    private final Graphics2D graphics;

    /**
     * @param picture with the image on it, as {@link #image} paints it
     * @param scale pixels of the picture for each mm
     */
    RasterCanvas(BufferedImage picture, Frame frame, double scale) {
        this.frame = frame;
        this.scale = scale;
        graphics = picture.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }

    /** What a frame shows, between pixels bilinear. */
    static BufferedImage image(Frame frame, DisplayWindow window, double scale) {
        Slice slice = frame.slice();
        int width = (int) Math.round(frame.width() * scale);
        int height = (int) Math.round(frame.height() * scale);
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int[] line = new int[width];
        for (int y = 0; y < height; y++) {
            double row = (frame.top() + (y + 0.5) / scale) / slice.plane().rowSpacing() - 0.5;
            for (int x = 0; x < width; x++) {
                double column = (frame.left() + (x + 0.5) / scale) / slice.plane().columnSpacing() - 0.5;
                int grey = window.grey(signal(slice, row, column));
                line[x] = grey << 16 | grey << 8 | grey;
            }
            picture.setRGB(0, y, width, 1, line, 0, width);
        }
        return picture;
    }

    private static double signal(Slice slice, double row, double column) {
        double r = Math.max(0, Math.min(slice.rows() - 1, row));
        double c = Math.max(0, Math.min(slice.columns() - 1, column));
        int above = (int) r;
        int before = (int) c;
        int below = Math.min(slice.rows() - 1, above + 1);
        int behind = Math.min(slice.columns() - 1, before + 1);
        double upper = between(slice, above, before, behind, c - before);
        double lower = between(slice, below, before, behind, c - before);
        return upper * (1 - (r - above)) + lower * (r - above);
    }

    private static double between(Slice slice, int row, int before, int behind, double share) {
        return slice.pixels()[row * slice.columns() + before] * (1 - share) + slice.pixels()[row * slice.columns() + behind] * share;
    }

    @Override
    public double x(Vec3 point) {
        return (frame.slice().plane().columnOf(point) + 0.5) * frame.slice().plane().columnSpacing();
    }

    @Override
    public double y(Vec3 point) {
        return (frame.slice().plane().rowOf(point) + 0.5) * frame.slice().plane().rowSpacing();
    }

    private double across(double xMm) {
        return (xMm - frame.left()) * scale;
    }

    private double down(double yMm) {
        return (yMm - frame.top()) * scale;
    }

    @Override
    public void outline(List<List<MaskOutline.Point>> loops, Ink ink) {
        Path2D path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
        for (List<MaskOutline.Point> loop : loops) {
            for (int i = 0; i < loop.size(); i++) {
                double x = across(loop.get(i).x() * frame.slice().plane().columnSpacing());
                double y = down(loop.get(i).y() * frame.slice().plane().rowSpacing());
                if (i == 0) {
                    path.moveTo(x, y);
                } else {
                    path.lineTo(x, y);
                }
            }
            path.closePath();
        }
        if (ink == Ink.LESION) {
            fill(path, ink.rgb(), FILL);
        }
        stroke(path, ink);
    }

    @Override
    public void line(Vec3 from, Vec3 to, Ink ink) {
        stroke(new Line2D.Double(across(x(from)), down(y(from)), across(x(to)), down(y(to))), ink);
    }

    @Override
    public void unit(UnitMark mark) {
        Path2D path = new Path2D.Double();
        mark.corners().forEach(corner -> {
            if (path.getCurrentPoint() == null) {
                path.moveTo(across(x(corner)), down(y(corner)));
            } else {
                path.lineTo(across(x(corner)), down(y(corner)));
            }
        });
        path.closePath();
        fill(path, mark.colour().fill(), mark.positive() ? 0.3f : 0.04f);
        graphics.setComposite(AlphaComposite.SrcOver.derive(mark.positive() ? 1 : 0.45f));
        graphics.setStroke(new BasicStroke(1.5f));
        graphics.setColor(new Color(mark.colour().fill()));
        graphics.draw(path);
        graphics.setComposite(AlphaComposite.SrcOver);
        double x = x(mark.label());
        double y = y(mark.label());
        if (!mark.positive()) {
            words(x + 1, y + ZERO_MM * 0.36, Anchor.START, ZERO_MM, mark.score());
            return;
        }
        double width = Letters.width(mark.score(), POINTS_MM) + 4;
        graphics.setColor(new Color(mark.colour().fill()));
        graphics.fill(new RoundRectangle2D.Double(across(x), down(y - BADGE_MM / 2), width * scale, BADGE_MM * scale, 5 * scale,
                5 * scale));
        graphics.setColor(new Color(mark.colour().text()));
        Letters.draw(graphics, mark.score(), across(x + 2), down(y + POINTS_MM * 0.36), POINTS_MM * scale);
    }

    @Override
    public void words(double x, double y, Anchor anchor, double size, String words) {
        double width = Letters.width(words, size);
        double begin = switch (anchor) {
            case START -> x;
            case MIDDLE -> x - width / 2;
            case END -> x - width;
        };
        Shape letters = Letters.outline(words, across(begin), down(y), size * scale);
        graphics.setColor(new Color(0, 0, 0, 190));
        graphics.setStroke(new BasicStroke((float) (0.2 * size * scale), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.draw(letters);
        graphics.setColor(new Color(0xe9f7fa));
        graphics.fill(letters);
    }

    private void fill(Shape shape, int rgb, float share) {
        graphics.setComposite(AlphaComposite.SrcOver.derive(share));
        graphics.setColor(new Color(rgb));
        graphics.fill(shape);
        graphics.setComposite(AlphaComposite.SrcOver);
    }

    private void stroke(Shape shape, Ink ink) {
        float width = (float) (1.2 * ink.width());
        graphics.setColor(new Color(ink.rgb()));
        graphics.setStroke(ink.dashed() ? new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {5, 4}, 0)
                : new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.draw(shape);
    }

    /** Ends the drawing. */
    void dispose() {
        graphics.dispose();
    }
}
