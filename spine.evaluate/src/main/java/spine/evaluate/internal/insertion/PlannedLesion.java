package spine.evaluate.internal.insertion;

import spine.api.anatomy.DiscLevel;

/**
 * A lesion and where it goes.
 *
 * @param body the body
 * @param place where in it
 * @param unit the unit it belongs to
 * @param shape its pixels
 */
record PlannedLesion(BodyOutline body, LesionPlace place, DiscLevel unit, LesionShape shape) {
}
