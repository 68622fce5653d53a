package spine.phantom.internal.shift.spine;

import spine.api.image.Vec3;
import spine.phantom.internal.core.geometry.BodyCoordinates;
import spine.phantom.internal.core.geometry.BodyGeometry;
import spine.phantom.internal.core.geometry.Frame;

/** One vertebral body: its frame and shape. Immutable. */
public final class Vertebra implements BodyGeometry {
    private final int index;
    private final Frame frame;
    private final VertebraShape shape;
    private final double dens;

    Vertebra(int index, Frame frame, VertebraShape shape) {
        this.index = index;
        this.frame = frame;
        this.shape = shape;
        dens = index == 0 ? shape.height() * 0.95 : 0;
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
        return shape.halfDepth();
    }

    public double halfWidth() {
        return shape.halfWidth();
    }

    double depth(boolean upper) {
        return upper ? shape.upperDepth() : shape.lowerDepth();
    }

    @Override
    public double reach() {
        double up = shape.height() / 2 + 4 + dens;
        double out = shape.halfDepth() + 10;
        double side = shape.halfWidth() + 5;
        return Math.sqrt(up * up + out * out + side * side);
    }

    @Override
    public Vec3 endplate(boolean upper) {
        return frame.toPatient(0, 0, upper ? shape.height() / 2 : -shape.height() / 2);
    }

    @Override
    public void locate(double x, double y, double z, BodyCoordinates out) {
        place(x, y, z, out);
        double l = out.left;
        double a = out.anterior;
        double c = out.cranial;
        walls(l, a, c, out);
        endplates(l, a, c, out);
        boolean outline = out.fromFront > 0 && out.fromBack > 0 && out.fromSide > 0;
        out.inside = outline && out.fromUpper > 0 && out.fromLower > 0;
        out.dens = false;
        out.beyondEndplate = outline && !out.inside;
        if (!out.inside && dens > 0 && c > 0) {
            dens(l, a, c, out);
        }
    }

    /** Converts a patient point to coordinates of the frame of the body and fills nothing else. */
    public void place(double x, double y, double z, BodyCoordinates out) {
        frame.place(x, y, z, out);
    }

    private void walls(double l, double a, double c, BodyCoordinates out) {
        double half = shape.height() / 2;
        double v = Math.max(-1, Math.min(1, c / half));
        double mixed = (v + 1) / 2;
        double depth = shape.lowerDepth() + (shape.upperDepth() - shape.lowerDepth()) * mixed;
        double width = (shape.lowerWidth() + (shape.upperWidth() - shape.lowerWidth()) * mixed) * (1 - 0.7 * shape.sag() * (1 - v * v));
        double s = Math.min(1, Math.abs(l) / width);
        double s2 = s * s;
        double near = Math.max(0, Math.abs(v) - 0.55) / 0.45;
        double flare = near * near * near;
        double frontSpur = (v > 0 ? shape.osteophytes()[0] : shape.osteophytes()[1]) * flare;
        double backSpur = (v > 0 ? shape.osteophytes()[2] : shape.osteophytes()[3]) * flare;
        double front = depth * (1 - shape.sag() * (1 - v * v)) * Math.sqrt(1 - s2 * s) + frontSpur * (1 - s2);
        double dent = 1 - s2;
        double back = depth * (1 - 0.1 * dent * dent - 0.5 * shape.sag() * (1 - v * v)) * Math.sqrt(1 - s2 * s2 * s2 * s2)
                + backSpur * dent;
        out.fromFront = front - a;
        out.fromBack = a + back;
        out.fromSide = width - Math.abs(l);
    }

    private void endplates(double l, double a, double c, BodyCoordinates out) {
        double half = shape.height() / 2;
        double d = (a - 0.1 * shape.halfDepth()) / shape.halfDepth();
        double w = l / shape.halfWidth();
        double r2 = (d * d + w * w) / 0.78;
        double dish = r2 < 1 ? 1 - r2 * r2 : 0;
        double wall = Math.min(out.fromFront, Math.min(out.fromBack, out.fromSide));
        double off = Math.max(0, 1 - Math.max(0, wall) / shape.edge());
        double fall = 0.45 * shape.edge() * off * off;
        double upper = half + shape.upperSlope() * a - shape.upperHollow() * dish - fall;
        double lower = -half + shape.lowerSlope() * a + shape.lowerHollow() * dish + fall;
        if (shape.ripple() > 0) {
            upper -= shape.ripple() * Math.max(0, StrictMath.sin(a * 0.55 + shape.phase()) + 0.5 * StrictMath.sin(a * 1.3 + l * 0.4));
            lower += shape.ripple() * Math.max(0, StrictMath.sin(a * 0.6 + shape.phase() + 2) + 0.5 * StrictMath.sin(a * 1.1 - l * 0.3));
        }
        out.fromUpper = upper - c;
        out.fromLower = c - lower;
    }

    private void dens(double l, double a, double c, BodyCoordinates out) {
        double half = shape.height() / 2;
        double up = (c - half) / dens;
        double off = a + 2 * up;
        double radius = 5.2 + 2.6 * Math.max(0, 0.3 - up) + 0.5 * up;
        double beyond = Math.max(0, c - half - dens + 5);
        double inside = radius - Math.sqrt(l * l + off * off + 1.2 * beyond * beyond);
        if (inside > 0) {
            out.inside = true;
            out.dens = true;
            out.fromSide = inside;
            out.fromFront = inside;
            out.fromBack = inside;
            out.fromUpper = Math.max(out.fromUpper, inside);
        }
    }
}
