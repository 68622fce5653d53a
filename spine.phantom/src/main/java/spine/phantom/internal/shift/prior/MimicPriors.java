package spine.phantom.internal.shift.prior;

/**
 * What resembles inflammation. Chances are per patient unless they say otherwise; severities are on the scale of inflammation.
 *
 * @param haemangiomas chance of haemangiomas
 * @param mostHaemangiomas greatest number of them
 * @param haemangiomaSize greatest radius of one, as a share of the height of its body
 * @param offCentre how far one may lie from mid-height, as a share of the height
 * @param atypical chance of one to be bright instead of fatty
 * @param haemangioma severity of a bright one
 * @param nodes chance of Schmorl nodes
 * @param mostNodes greatest number of them
 * @param rimmed chance of one to have a bright rim
 * @param rim severity of the rim
 * @param rimWidth mm
 * @param bands chance that a degenerated disc has bands along both endplates, per disc
 * @param brightBands chance of such a pair to be bright (Modic type 1) instead of fatty (type 2)
 * @param band severity of bright ones
 * @param bandHeight radius of a band, mm
 * @param highestBand uppermost unit with bands, C2/3 being 0
 */
public record MimicPriors(double haemangiomas, int mostHaemangiomas, double haemangiomaSize, double offCentre, double atypical,
        Range haemangioma, double nodes, int mostNodes, double rimmed, Range rim, Range rimWidth, double bands, double brightBands,
        Range band, Range bandHeight, int highestBand) {
}
