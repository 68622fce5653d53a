/**
 * A log whose lines are chained by digests, so that one that was changed, put in or taken out is found later; it is bounded, and its chain
 * runs on from one file to the next.
 */
package spine.common.audit;
