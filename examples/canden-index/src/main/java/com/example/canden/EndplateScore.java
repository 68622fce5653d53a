package com.example.canden;

import java.util.Collection;
import java.util.function.Predicate;

/**
 * The points of one endplate. Over all its slices each site counts once:
 *
 * <ul>
 * <li>central slices, anterior and posterior corner: 1 for presence and 1 more if large, so 0 to 4;
 * <li>central slices, non-corner: 1 for presence and 1 more if large, so 0 to 2;
 * <li>lateral slices, from T1 downwards: 1 for an antero-lateral and 1 for a postero-lateral corner, 1 for a non-corner
 * lesion on the right and 1 on the left.
 * </ul>
 *
 * With 46 endplates, 35 of them from T1 downwards, this gives the published maxima 254 = 46 x 4 + 35 x 2 and 162 = 46 x 2 +
 * 35 x 2. That the two lateral non-corner points are those of the sides is inferred from these maxima.
 */
final class EndplateScore {
    private final Collection<Lesion> lesions;

    EndplateScore(Collection<Lesion> lesions) {
        this.lesions = lesions;
    }

    int corner() {
        return central(Site.ANTERIOR_CORNER) + central(Site.POSTERIOR_CORNER)
                + one(lesion -> !lesion.central() && lesion.site() == Site.ANTERIOR_CORNER)
                + one(lesion -> !lesion.central() && lesion.site() == Site.POSTERIOR_CORNER);
    }

    int nonCorner() {
        return central(Site.NON_CORNER) + one(lesion -> !lesion.central() && lesion.site() == Site.NON_CORNER && lesion.left())
                + one(lesion -> !lesion.central() && lesion.site() == Site.NON_CORNER && !lesion.left());
    }

    private int central(Site site) {
        return one(lesion -> lesion.central() && lesion.site() == site)
                + one(lesion -> lesion.central() && lesion.site() == site && lesion.large());
    }

    private int one(Predicate<Lesion> which) {
        return lesions.stream().anyMatch(which) ? 1 : 0;
    }
}
