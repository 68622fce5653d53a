/** What the profiles of this generator differ in: how often a feature occurs, and how pronounced it is. */
package spine.phantom.internal.shift.prior;
