package spine.pipeline.lesion;

import spine.api.anatomy.VertebralBody;
import spine.api.image.Vec3;

/** Where an outline lies in its body, on the body's own axes. */
final class BodyPosition {
    private final VertebralBody body;
    private double lowest = Double.POSITIVE_INFINITY;
    private double highest = Double.NEGATIVE_INFINITY;
    private double rearmost = Double.POSITIVE_INFINITY;
    private double foremost = Double.NEGATIVE_INFINITY;
    private double nearest = Double.POSITIVE_INFINITY;
    private Vec3 sum = new Vec3(0, 0, 0);
    private int points;

    private BodyPosition(VertebralBody body) {
        this.body = body;
    }

    static BodyPosition of(VertebralBody body, Outline outline, StackMarrow marrow) {
        BodyPosition position = new BodyPosition(body);
        for (SliceRegion region : outline.regions()) {
            for (int pixel : region.pixels()) {
                position.add(marrow.point(region.slice(), pixel));
            }
        }
        return position;
    }

    private void add(Vec3 point) {
        Vec3 offset = point.minus(body.centre());
        double up = offset.dot(body.cranial());
        double front = offset.dot(body.anterior());
        lowest = Math.min(lowest, up);
        highest = Math.max(highest, up);
        rearmost = Math.min(rearmost, front);
        foremost = Math.max(foremost, front);
        nearest = Math.min(nearest, Math.min(body.upper().depthOf(point), body.lower().depthOf(point)));
        sum = sum.plus(point);
        points++;
    }

    Vec3 centre() {
        return sum.times(1.0 / points);
    }

    /** Least distance from the nearest endplate, mm, at least 0. */
    double endplateMm() {
        return Math.max(0, nearest);
    }

    /** Extent along the axis of the body, mm. */
    double heightMm() {
        return highest - lowest;
    }

    /** Extent from front to back, mm. */
    double widthMm() {
        return foremost - rearmost;
    }

    /** Of the centre before the middle of the body, in halves of its depth. */
    double front() {
        return centre().minus(body.centre()).dot(body.anterior()) / (body.depthMm() / 2);
    }

    /** Of the centre above the middle of the body, in halves of its height. */
    double up() {
        return centre().minus(body.centre()).dot(body.cranial()) / (body.heightMm() / 2);
    }

    /** Of the centre towards the left of the patient from the middle of the body, mm. */
    double leftMm() {
        return centre().minus(body.centre()).x();
    }

    VertebralBody body() {
        return body;
    }
}
