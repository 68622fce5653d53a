package spine.phantom.internal.standard.spine;

import spine.api.image.Vec3;
import spine.phantom.internal.core.geometry.BodyCoordinates;
import spine.phantom.internal.core.geometry.BodyGeometry;
import spine.phantom.internal.core.geometry.Frame;

/** One vertebral body: its frame and shape. Immutable. */
public final class Vertebra implements BodyGeometry {
    private final int index;
    private final Frame frame;
    private final VertebraShape shape;
    private final double densHeight;
    private final double reach;

    Vertebra(int index, Frame frame, VertebraShape shape) {
        this.index = index;
        this.frame = frame;
        this.shape = shape;
        this.densHeight = index == 0 ? shape.height() * 1.05 : 0;
        double half = shape.height() / 2 + 4 + densHeight;
        double depth = Math.max(shape.upperDepth(), shape.lowerDepth()) + 7;
        double width = Math.max(shape.upperWidth(), shape.lowerWidth()) + 3;
        this.reach = Math.sqrt(half * half + depth * depth + width * width);
    }

    @Override
    public int index() {
        return index;
    }

    @Override
    public Frame frame() {
        return frame;
    }

    @Override
    public double height() {
        return shape.height();
    }

    @Override
    public double halfDepth() {
        return (shape.upperDepth() + shape.lowerDepth()) / 2;
    }

    public double halfWidth() {
        return (shape.upperWidth() + shape.lowerWidth()) / 2;
    }

    double upperDepth() {
        return shape.upperDepth();
    }

    double lowerDepth() {
        return shape.lowerDepth();
    }

    double upperSlope() {
        return shape.upperSlope();
    }

    double lowerSlope() {
        return shape.lowerSlope();
    }

    @Override
    public double reach() {
        return reach;
    }

    @Override
    public Vec3 endplate(boolean upper) {
        return frame.toPatient(0, 0, upper ? shape.height() / 2 : -shape.height() / 2);
    }

    @Override
    public void locate(double x, double y, double z, BodyCoordinates out) {
        locate(x, y, z, 0, out);
    }

    /**
     * Converts a patient point to the coordinates of the body.
     *
     * @param bulge widens the outline that {@link BodyCoordinates#beyondEndplate} is about, mm
     */
    public void locate(double x, double y, double z, double bulge, BodyCoordinates out) {
        frame.place(x, y, z, out);
        double l = out.left;
        double a = out.anterior;
        double c = out.cranial;
        double half = shape.height() / 2;
        double v = c / half;
        double clamped = v > 1 ? 1 : v < -1 ? -1 : v;
        double mixed = (clamped + 1) / 2;
        double narrow = 1 - shape.waist() * (1 - clamped * clamped);
        double depth = (shape.lowerDepth() + (shape.upperDepth() - shape.lowerDepth()) * mixed) * narrow;
        double width = (shape.lowerWidth() + (shape.upperWidth() - shape.lowerWidth()) * mixed) * narrow;
        double side = l / width;
        double s2 = side * side;
        double s4 = s2 * s2;
        double dished = 1 - ((a - shape.hollowShift()) * (a - shape.hollowShift()) / (depth * depth * 0.72) + s2 / 0.72);
        dished = dished < 0 ? 0 : dished;
        double upper = half + shape.upperSlope() * a - shape.upperHollow() * dished;
        double lower = -half + shape.lowerSlope() * a + shape.lowerHollow() * dished;
        if (shape.ripple() > 0) {
            upper -= shape.ripple() * (0.5 + 0.5 * StrictMath.sin(a * 0.7 + l * 0.4 + shape.phase())) * dished;
            lower += shape.ripple() * (0.5 + 0.5 * StrictMath.sin(a * 0.8 - l * 0.5 + 2 * shape.phase())) * dished;
        }
        out.fromUpper = upper - c;
        out.fromLower = c - lower;
        double rim = Math.min(out.fromUpper, out.fromLower);
        double lip = out.fromUpper < out.fromLower ? shape.upperOsteophyte() : shape.lowerOsteophyte();
        double cut = 0;
        if (rim < shape.rounded()) {
            double k = 1 - (rim < 0 ? 0 : rim) / shape.rounded();
            cut = 0.55 * shape.rounded() * k * k;
        }
        double spur = 0;
        if (lip > 0 && rim < 5) {
            double k = 1 - (rim < 0 ? 0 : rim) / 5;
            spur = lip * k * k;
        }
        double front = depth * (1 - 0.5 * s2 - 0.5 * s4 * s2) - cut + spur;
        double back = -depth * (1 - 0.12 * (1 - s2) * narrow - 0.2 * s2 - 0.6 * s4 * s4) + cut * 0.7;
        out.fromFront = front - a;
        out.fromBack = a - back;
        out.fromSide = width - Math.abs(l) - cut;
        boolean outline = out.fromFront > 0 && out.fromBack > 0 && out.fromSide > 0;
        out.inside = outline && rim > 0;
        out.dens = false;
        out.beyondEndplate = false;
        if (!out.inside) {
            if (densHeight > 0 && c > 0) {
                dens(out, l, a, c, half);
            }
            if (rim <= 0) {
                double kept = 0.35 * cut;
                out.beyondEndplate = out.fromFront > -kept - 0.35 * bulge && out.fromBack > -kept - bulge
                        && out.fromSide > -kept - 0.5 * bulge;
            }
        }
    }

    private void dens(BodyCoordinates out, double l, double a, double c, double half) {
        double top = half + densHeight;
        double along = (c - half) / densHeight;
        double radius = 5.6 - 0.8 * along + (along < 0.15 ? 6 * (0.15 - along) : 0);
        double da = a - 0.8;
        double off = Math.sqrt(da * da + l * l);
        double tip = c - (top - 4);
        double distance = tip > 0 ? radius - Math.sqrt(off * off + tip * tip * 1.4) : radius - off;
        if (distance > 0 && c < top + 1) {
            out.inside = true;
            out.dens = true;
            out.fromSide = distance;
            out.fromFront = Math.max(distance, 0);
            out.fromBack = Math.max(distance, 0);
            out.fromUpper = Math.max(out.fromUpper, distance);
        }
    }
}
