/**
 * Which body is which vertebra. The chains of the stations become one column, its bodies become observations, and a trellis
 * matches observations to the levels C2 to S1 for many body habitus and, where C2 is in view, for every numerical variant: the Viterbi
 * path gives the labels, forward-backward probabilities averaged over habitus and variants give the confidence. {@link
 * spine.anatomy.internal.labelling.LabellingResult} is the way in: it also corrects boundaries that the labels show to be missed or
 * spurious, and says where labels are in doubt.
 */
package spine.anatomy.internal.labelling;
