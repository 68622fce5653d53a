package spine.io.dicom.internal.sr;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import spine.dicom.DicomObject;
import spine.io.dicom.internal.result.CodedConcept;
import spine.io.dicom.internal.result.ImageReferences;
import spine.io.dicom.internal.result.ResultTag;

/**
 * A content item of a report that is read.
 *
 * @param item its data set
 */
record ContentNode(DicomObject item) {

    Stream<ContentNode> children() {
        return item.items(ResultTag.ContentSequence).stream().map(ContentNode::new);
    }

    /** Those of that concept name. */
    List<ContentNode> children(CodedConcept name) {
        return children().filter(child -> child.name().means(name)).toList();
    }

    /** Text of the first child of that name; empty if there is none. */
    String text(CodedConcept name) {
        return children(name).stream().findFirst().map(ContentNode::text).orElse("");
    }

    /** Number of the first child of that name; NaN if there is none. */
    double number(CodedConcept name) {
        return children(name).stream().findFirst().map(ContentNode::number).orElse(Double.NaN);
    }

    CodedConcept name() {
        return concept(ResultTag.ConceptNameCodeSequence);
    }

    /** The value of an item of type CODE. */
    CodedConcept code() {
        return concept(ResultTag.ConceptCodeSequence);
    }

    private CodedConcept concept(int sequence) {
        return CodedConcept.of(item.items(sequence).stream().findFirst().orElseGet(DicomObject::new));
    }

    /** Whether it is a measurement, also one that was not attempted. */
    boolean isMeasurement() {
        return item.text(ResultTag.ValueType).equals("NUM") || code().means(SrCodes.NOT_ATTEMPTED);
    }

    /** The value of an item of type NUM; NaN if it has none. */
    double number() {
        return item.items(ResultTag.MeasuredValueSequence).stream().findFirst().map(value -> value.number(ResultTag.NumericValue))
                .orElse(Double.NaN);
    }

    String text() {
        return String.join("\\", item.texts(ResultTag.TextValue));
    }

    /** The image of the first child of type IMAGE, as the platform calls it. */
    Optional<String> image() {
        return children().filter(child -> child.item.text(ResultTag.ValueType).equals("IMAGE"))
                .flatMap(child -> child.item.items(ResultTag.ReferencedSOPSequence).stream()).map(ImageReferences::identity).findFirst();
    }
}
