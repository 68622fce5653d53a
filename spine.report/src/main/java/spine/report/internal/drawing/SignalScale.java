package spine.report.internal.drawing;

import spine.common.svg.SvgWriter;
import spine.common.text.Decimals;

/** The signals of a {@link UnitSignal} on one scale from 0 to the reference. */
public final class SignalScale {
    private static final double WIDTH = 120;
    private static final double TOP = 4;

    private SignalScale() {
    }

    public static String svg(UnitSignal signal) {
        double highest = Math.max(signal.lesion(), signal.reference());
        SvgWriter svg = new SvgWriter(value -> Decimals.atMost(value, 1, "0"));
        svg.open("svg").with("class", "scale").with("role", "img").with("aria-label", words(signal))
                .with("viewBox", "0 0 " + svg.number(WIDTH + 4) + " 16");
        svg.open("line").with("class", "axis").with("x1", 2).with("y1", 8).with("x2", WIDTH + 2).with("y2", 8).close();
        signal.marrow().ifPresent(marrow -> mark(svg, "marrow", marrow / highest));
        mark(svg, "reference", signal.reference() / highest);
        mark(svg, "lesion", signal.lesion() / highest);
        return svg.close().toString();
    }

    private static void mark(SvgWriter svg, String style, double share) {
        svg.open("rect").with("class", style).with("x", share * WIDTH).with("y", TOP).with("width", 4).with("height", 8).close();
    }

    /** Such as {@code signal of lesion 1180, reference 1945, normal marrow 402}. */
    public static String words(UnitSignal signal) {
        return "signal of lesion " + number(signal.lesion()) + ", reference " + number(signal.reference())
                + signal.marrow().map(marrow -> ", normal marrow " + number(marrow)).orElse("");
    }

    private static String number(double signal) {
        return Decimals.atMost(signal, Math.abs(signal) < 10 ? 2 : 0, "unknown");
    }
}
