package spine.phantom.internal.standard.lesion;

import spine.phantom.internal.core.geometry.BodyCoordinates;

/** Shape of a lesion in the coordinates of its vertebra, as a signed distance. Immutable. */
@FunctionalInterface
interface LesionShape {

    /** Distance of the point inside the border, mm; negative outside. Approximate except near the border. */
    double margin(BodyCoordinates point);

    /** The same shape with its border further out, or in. @param mm outwards */
    default LesionShape grown(double mm) {
        return point -> margin(point) + mm;
    }

    /** Triangle in a corner: legs along the endplate and along the wall, over a range from side to side. */
    static LesionShape corner(boolean upper, boolean front, double alongEndplate, double alongWall, double middle, double halfRange) {
        return p -> {
            double e = Math.max(0, upper ? p.fromUpper : p.fromLower);
            double w = Math.max(0, front ? p.fromFront : p.fromBack);
            double side = halfRange - Math.abs(p.left - middle);
            double legs = (1 - w / alongEndplate - e / alongWall) * 0.7 * Math.min(alongEndplate, alongWall);
            return Math.min(legs, side);
        };
    }

    /** A corner whose border is concave (exponent below 1), straight (1) or convex (above 1). */
    static LesionShape roundedCorner(boolean upper, boolean front, double alongEndplate, double alongWall, double middle, double halfRange,
            double exponent) {
        return p -> {
            double e = Math.max(0, upper ? p.fromUpper : p.fromLower) / alongWall;
            double w = Math.max(0, front ? p.fromFront : p.fromBack) / alongEndplate;
            if (e > 2 || w > 2) {
                return -10;
            }
            double side = halfRange - Math.abs(p.left - middle);
            double r = StrictMath.pow(StrictMath.pow(e, exponent) + StrictMath.pow(w, exponent), 1 / exponent);
            return Math.min((1 - r) * 0.8 * Math.min(alongEndplate, alongWall), side);
        };
    }

    /** Half an ellipsoid under an endplate. */
    static LesionShape hemisphere(boolean upper, double anterior, double left, double halfDepth, double halfWidth, double height) {
        return p -> {
            double e = Math.max(0, upper ? p.fromUpper : p.fromLower) / height;
            double a = (p.anterior - anterior) / halfDepth;
            double l = (p.left - left) / halfWidth;
            double r = Math.sqrt(e * e + a * a + l * l);
            return (1 - r) * Math.min(height, Math.min(halfDepth, halfWidth));
        };
    }

    /** The part of a shape that lies deeper than a given distance under an endplate. */
    static LesionShape below(LesionShape shape, boolean upper, double depth) {
        return p -> Math.min(shape.margin(p), (upper ? p.fromUpper : p.fromLower) - depth);
    }

    /** Layer of a given height under the whole endplate, or its front or back part, over a range from side to side. */
    static LesionShape layer(boolean upper, double height, double fromAnterior, double toAnterior, double middle, double halfRange) {
        return p -> {
            double e = height - Math.max(0, upper ? p.fromUpper : p.fromLower);
            double a = Math.min(p.anterior - fromAnterior, toAnterior - p.anterior);
            double l = halfRange - Math.abs(p.left - middle);
            return Math.min(e, Math.min(a, l));
        };
    }

    /** Ellipsoid anywhere in or around the vertebra. */
    static LesionShape ellipsoid(double left, double anterior, double cranial, double halfLeft, double halfAnterior, double halfCranial) {
        return p -> {
            double l = (p.left - left) / halfLeft;
            double a = (p.anterior - anterior) / halfAnterior;
            double c = (p.cranial - cranial) / halfCranial;
            return (1 - Math.sqrt(l * l + a * a + c * c)) * Math.min(halfLeft, Math.min(halfAnterior, halfCranial));
        };
    }

    /**
     * A shape of vertical stripes, as coarse trabeculae cut a haemangioma.
     *
     * @param period distance of the stripes, mm
     */
    static LesionShape striped(LesionShape shape, double period, double phase) {
        double turn = 2 * Math.PI / period;
        return p -> Math.min(shape.margin(p), period * (0.22 + 0.35 * StrictMath.sin(p.anterior * turn + phase)));
    }

    /** A shell around a hemispherical defect of an endplate. */
    static LesionShape rim(boolean upper, double anterior, double left, double radius, double thickness) {
        return p -> {
            double e = Math.max(0, upper ? p.fromUpper : p.fromLower);
            double a = p.anterior - anterior;
            double l = p.left - left;
            double r = Math.sqrt(e * e + a * a + l * l);
            return thickness / 2 - Math.abs(r - radius - thickness / 2);
        };
    }
}
