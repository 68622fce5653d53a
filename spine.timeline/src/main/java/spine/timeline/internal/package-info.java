/** Which results are of one patient, remembered in the home, and the comparisons that are made of them. */
package spine.timeline.internal;
