package spine.io.dicom.internal.sr;

import java.util.List;
import java.util.Optional;
import spine.dicom.DicomObject;
import spine.io.dicom.internal.result.CodedConcept;
import spine.io.dicom.internal.result.ResultSeries;
import spine.io.dicom.internal.result.ResultTag;

/**
 * Codes of structured reports: those of the templates (PS3.16), and private ones, since no published scheme has a code of any
 * inflammation index. Of the scheme 99SPARCC are the score of a unit and the total over all units; all else is of 99SPINE, where a code
 * is {@code INDEX/NAME}.
 */
final class SrCodes {
    static final CodedConcept REPORT = CodedConcept.dcm("126000", "Imaging Measurement Report");
    static final CodedConcept LANGUAGE = CodedConcept.dcm("121049", "Language of Content Item and Descendants");
    static final CodedConcept ENGLISH = new CodedConcept("en-US", "RFC5646", "English (United States)");
    static final CodedConcept OBSERVER_TYPE = CodedConcept.dcm("121005", "Observer Type");
    static final CodedConcept DEVICE = CodedConcept.dcm("121007", "Device");
    static final CodedConcept DEVICE_UID = CodedConcept.dcm("121012", "Device Observer UID");
    static final CodedConcept DEVICE_NAME = CodedConcept.dcm("121013", "Device Observer Name");
    static final CodedConcept DEVICE_MANUFACTURER = CodedConcept.dcm("121014", "Device Observer Manufacturer");
    static final CodedConcept DEVICE_MODEL = CodedConcept.dcm("121015", "Device Observer Model Name");
    static final CodedConcept DEVICE_SERIAL = CodedConcept.dcm("121016", "Device Observer Serial Number");
    static final CodedConcept PROCEDURE = CodedConcept.dcm("121058", "Procedure reported");
    static final CodedConcept MRI = new CodedConcept("25056-3", "LN", "MRI unspecified body region");
    static final CodedConcept IMAGE_LIBRARY = CodedConcept.dcm("111028", "Image Library");
    static final CodedConcept IMAGE_LIBRARY_GROUP = CodedConcept.dcm("126200", "Image Library Group");
    static final CodedConcept MODALITY = CodedConcept.dcm("121139", "Modality");
    static final CodedConcept MR = CodedConcept.dcm("MR", "Magnetic Resonance");
    static final CodedConcept MEASUREMENTS = CodedConcept.dcm("126010", "Imaging Measurements");
    static final CodedConcept GROUP = CodedConcept.dcm("125007", "Measurement Group");
    static final CodedConcept TRACKING_ID = CodedConcept.dcm("112039", "Tracking Identifier");
    static final CodedConcept TRACKING_UID = CodedConcept.dcm("112040", "Tracking Unique Identifier");
    static final CodedConcept FINDING = CodedConcept.dcm("121071", "Finding");
    static final CodedConcept FINDING_SITE = CodedConcept.sct("363698007", "Finding Site");
    static final CodedConcept SEGMENT = CodedConcept.dcm("121191", "Referenced Segment");
    static final CodedConcept SOURCE_SERIES = CodedConcept.dcm("121232", "Source series for segmentation");
    static final CodedConcept VOLUME = CodedConcept.sct("118565006", "Volume");
    static final CodedConcept ALGORITHM_NAME = CodedConcept.dcm("111001", "Algorithm Name");
    static final CodedConcept ALGORITHM_PARAMETERS = CodedConcept.dcm("111002", "Algorithm Parameters");
    static final CodedConcept ALGORITHM_VERSION = CodedConcept.dcm("111003", "Algorithm Version");
    static final CodedConcept QUALITATIVE = new CodedConcept("C0034375", "UMLS", "Qualitative Evaluations");
    static final CodedConcept COMMENT = CodedConcept.dcm("121106", "Comment");
    static final CodedConcept NOT_ATTEMPTED = CodedConcept.dcm("114007", "Measurement not attempted");
    static final CodedConcept PRESENT = CodedConcept.sct("52101004", "Present");
    static final CodedConcept ABSENT = CodedConcept.sct("2667000", "Absent");

    static final CodedConcept NO_UNITS = ucum("1", "no units");
    static final CodedConcept COUNTS = ucum("{counts}", "Counts");
    static final CodedConcept MM = ucum("mm", "mm");
    static final CodedConcept MM2 = ucum("mm2", "square millimeter");
    static final CodedConcept MM3 = ucum("mm3", "cubic millimeter");

    static final CodedConcept LEVEL_CONFIDENCE = spine("level-confidence", "Probability that the level has the right name");
    static final CodedConcept NAME_CONFIDENCE = spine("name-confidence", "Probability that all levels have the right names");
    static final CodedConcept NAMING = spine("naming", "Doubt about the names of the levels");
    static final CodedConcept UNITS_IN_VIEW = spine("units-in-view", "Number of discovertebral units in view");
    static final CodedConcept IMAGE_PROBABILITY = spine("image", "Probability that the image shows inflammation");
    static final CodedConcept INFLAMMATION = spine("inflamed", "Inflammation on the image");
    static final CodedConcept SIGN = spine("sign", "Sign of the unit on the image");
    static final CodedConcept DEPTH = spine("depth", "Greatest depth of lesion from the endplate");
    static final CodedConcept AREA = spine("area", "Area of lesion in the unit");
    static final CodedConcept INTENSITY = spine("intensity", "Signal of lesion over that of the reference");
    /** Signs beside the quadrants. */
    static final CodedConcept DEEP = spine("deep", "Lesion reaches the depth of the index");
    static final CodedConcept INTENSE = spine("intense", "Lesion as bright as the reference of the index");
    static final CodedConcept WINDOW = spine("window", "Image is one of those that make the score");

    private static final String SPARCC = "sparcc";
    private static final String SPARCC_TOTAL = "total23";
    private static final CodedConcept SPARCC_UNIT = new CodedConcept("SPARCC-DVU", "99SPARCC",
            "SPARCC spine inflammation score of discovertebral unit");
    private static final CodedConcept SPARCC_ALL = new CodedConcept("SPARCC-TOTAL", "99SPARCC", "SPARCC spine inflammation total score");
    private static final String PRIVATE = "99SPINE";

    private SrCodes() {
    }

    private static CodedConcept ucum(String value, String meaning) {
        return new CodedConcept(value, "UCUM", meaning);
    }

    /** A code of the platform's own scheme. */
    static CodedConcept spine(String value, String meaning) {
        return new CodedConcept(value, PRIVATE, meaning);
    }

    /** The score that an index gives to a unit. */
    static CodedConcept unit(String index) {
        return index.equals(SPARCC) ? SPARCC_UNIT : spine(index + "/unit", "Score of discovertebral unit by " + index);
    }

    /** What a unit shows on one image, by an index: the number of quadrants with oedema. */
    static CodedConcept slice(String index) {
        return spine(index + "/image", "Quadrants with oedema on one image by " + index);
    }

    /** What else an index measures in a unit. */
    static CodedConcept measure(String index, String name) {
        return spine(index + "/unit/" + name, name + " of discovertebral unit by " + index);
    }

    /** A total of an index. */
    static CodedConcept total(String index, String name) {
        return index.equals(SPARCC) && name.equals(SPARCC_TOTAL) ? SPARCC_ALL : spine(index + "/total/" + name, name + " by " + index);
    }

    /** Lower or upper end of the interval of a total. */
    static CodedConcept end(String index, String name, boolean upper) {
        return spine(index + (upper ? "/upper/" : "/lower/") + name, (upper ? "Upper" : "Lower") + " end of the interval of " + name);
    }

    /** The index in the code of a unit's score; empty for another concept. */
    static Optional<String> unitOf(CodedConcept code) {
        return code.means(SPARCC_UNIT) ? Optional.of(SPARCC) : Optional.of(code).filter(of -> of.scheme().equals(PRIVATE))
                .map(CodedConcept::value).filter(value -> value.endsWith("/unit"))
                .map(value -> value.substring(0, value.length() - "/unit".length()));
    }

    /** The index and the name of a total in its code; empty for another concept. */
    static Optional<List<String>> totalOf(CodedConcept code) {
        return code.means(SPARCC_ALL) ? Optional.of(List.of(SPARCC, SPARCC_TOTAL)) : named(code, "/total/");
    }

    /** The index and the name of a further measure of a unit; empty for another concept. */
    static Optional<List<String>> measureOf(CodedConcept code) {
        return named(code, "/unit/");
    }

    private static Optional<List<String>> named(CodedConcept code, String kind) {
        int cut = code.value().indexOf(kind);
        return code.scheme().equals(PRIVATE) && cut > 0
                ? Optional.of(List.of(code.value().substring(0, cut), code.value().substring(cut + kind.length()))) : Optional.empty();
    }

    /** CodingSchemeIdentificationSequence (PS3.3 C.12.1): the private schemes. */
    static DicomObject[] schemes() {
        return new DicomObject[] {scheme("99SPARCC", "2.25.199070342904660471271258316503087639386", "SPARCC spine inflammation index"),
            scheme(PRIVATE, "2.25.291774603008412798441488619689300347462", "Measurements of spine")};
    }

    private static DicomObject scheme(String designator, String uid, String name) {
        return new DicomObject().text(ResultTag.CodingSchemeDesignator, "SH", designator).text(ResultTag.CodingSchemeUID, "UI", uid)
                .text(ResultTag.CodingSchemeName, "ST", name)
                .text(ResultTag.CodingSchemeResponsibleOrganization, "ST", ResultSeries.MAKER);
    }
}
