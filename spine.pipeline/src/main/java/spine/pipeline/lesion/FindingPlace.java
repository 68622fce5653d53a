package spine.pipeline.lesion;

import spine.api.report.LesionPlace;
import spine.api.report.LesionPlace.Half;
import spine.api.report.LesionPlace.Side;
import spine.api.report.LesionPlace.Site;
import spine.api.report.LesionPlace.Wall;

/** Names the part of a body where an outline lies. For people and tables: the probability rests on the measurements themselves. */
final class FindingPlace {
    /** Further from both endplates it is central: what lies 8 mm deep behind a dark endplate is still of that endplate, mm. */
    private static final double CENTRAL_MM = 8;
    /** A centre so far before or behind the middle, in halves of the body's depth, lies at a corner. */
    private static final double CORNER = 0.4;
    /** A corner lesion reaches no further along the endplate, as a share of the body's depth. */
    private static final double CORNER_WIDTH = 0.6;
    /** Share of the body's height and depth from which it is extensive. */
    private static final double EXTENSIVE = 0.7;
    /** A centre so near to the middle, in halves of the body, lies in both halves. */
    private static final double BOTH = 0.2;
    private static final double MEDIAN_MM = 6;

    private FindingPlace() {
    }

    static LesionPlace of(BodyPosition at) {
        return new LesionPlace(site(at), half(at), wall(at), side(at));
    }

    private static Site site(BodyPosition at) {
        double width = at.widthMm() / at.body().depthMm();
        if (at.heightMm() >= EXTENSIVE * at.body().heightMm() && width >= EXTENSIVE) {
            return Site.EXTENSIVE;
        }
        if (at.endplateMm() > CENTRAL_MM) {
            return Site.CENTRAL;
        }
        return Math.abs(at.front()) >= CORNER && width <= CORNER_WIDTH ? Site.CORNER : Site.ENDPLATE;
    }

    private static Half half(BodyPosition at) {
        return Math.abs(at.up()) < BOTH ? Half.BOTH : at.up() > 0 ? Half.UPPER : Half.LOWER;
    }

    private static Wall wall(BodyPosition at) {
        return Math.abs(at.front()) < BOTH ? Wall.BOTH : at.front() > 0 ? Wall.ANTERIOR : Wall.POSTERIOR;
    }

    private static Side side(BodyPosition at) {
        return Math.abs(at.leftMm()) <= MEDIAN_MM ? Side.MEDIAN : at.leftMm() > 0 ? Side.LEFT : Side.RIGHT;
    }
}
