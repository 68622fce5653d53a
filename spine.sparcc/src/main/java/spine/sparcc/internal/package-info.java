/**
 * The SPARCC spine inflammation index. For every discovertebral unit that the anatomy shows, the lesions in its half bodies are
 * measured slice by slice (quadrants, depth, brightness relative to cerebrospinal fluid), the three consecutive slices with the
 * highest sum make the unit's score, and the totals are taken over all and over the worst units.
 * {@link spine.sparcc.internal.SparccIndex} is the component; {@link spine.sparcc.internal.SparccRules} has the numbers, with
 * where each comes from.
 */
package spine.sparcc.internal;
