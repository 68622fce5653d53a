/**
 * Known oedema in given images. {@link spine.evaluate.internal.insertion.OedemaInsertion} is the service: {@link
 * spine.evaluate.internal.insertion.PlaceDraw} draws places in the bodies of a {@link spine.evaluate.internal.insertion.BaseStudy},
 * {@link spine.evaluate.internal.insertion.LesionShape} is the lesion at such a place, and the two writers write images and truth.
 */
package spine.evaluate.internal.insertion;
