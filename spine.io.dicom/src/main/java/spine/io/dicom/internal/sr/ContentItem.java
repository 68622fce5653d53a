package spine.io.dicom.internal.sr;

import java.util.ArrayList;
import java.util.List;
import spine.dicom.DicomObject;
import spine.io.dicom.internal.result.CodedConcept;
import spine.io.dicom.internal.result.ResultTag;

/** A content item with all that stands below it (PS3.3 C.17.3). */
final class ContentItem {
    private static final int LONGEST_DECIMAL = 16;

    private final DicomObject item;
    private final List<ContentItem> children = new ArrayList<>();

    private ContentItem(String valueType) {
        item = new DicomObject().text(ResultTag.ValueType, "CS", valueType);
    }

    private ContentItem(String valueType, CodedConcept name) {
        this(valueType);
        item.sequence(ResultTag.ConceptNameCodeSequence, name.item());
    }

    static ContentItem container(CodedConcept name) {
        ContentItem container = new ContentItem("CONTAINER", name);
        container.item.text(ResultTag.ContinuityOfContent, "CS", "SEPARATE");
        return container;
    }

    /** @param template identifier among those of PS3.16 */
    static ContentItem container(CodedConcept name, String template) {
        ContentItem container = container(name);
        container.item.sequence(ResultTag.ContentTemplateSequence, new DicomObject().text(ResultTag.MappingResource, "CS", "DCMR")
                .text(ResultTag.MappingResourceUID, "UI", "1.2.840.10008.8.1.1").text(ResultTag.TemplateIdentifier, "CS", template));
        return container;
    }

    static ContentItem code(CodedConcept name, CodedConcept value) {
        ContentItem code = new ContentItem("CODE", name);
        code.item.sequence(ResultTag.ConceptCodeSequence, value.item());
        return code;
    }

    static ContentItem text(CodedConcept name, String value) {
        ContentItem text = new ContentItem("TEXT", name);
        text.item.text(ResultTag.TextValue, "UT", value);
        return text;
    }

    static ContentItem uid(CodedConcept name, String value) {
        ContentItem uid = new ContentItem("UIDREF", name);
        uid.item.text(ResultTag.UID, "UI", value);
        return uid;
    }

    /**
     * A measurement; one that is not a number was not attempted and becomes a code that says so (CID 42, PS3.16): readers of the field
     * expect a value in every item of type NUM.
     */
    static ContentItem number(CodedConcept name, double value, CodedConcept unit) {
        if (!Double.isFinite(value)) {
            return code(name, SrCodes.NOT_ATTEMPTED);
        }
        ContentItem number = new ContentItem("NUM", name);
        number.item.sequence(ResultTag.MeasuredValueSequence,
                decimal(value).sequence(ResultTag.MeasurementUnitsCodeSequence, unit.item()));
        return number;
    }

    /** In the fewest digits that give the number back, where those fit a decimal string (PS3.5 6.2). */
    private static DicomObject decimal(double value) {
        String shortest = value == Math.rint(value) ? "" : Double.toString(value);
        return shortest.isEmpty() || shortest.length() > LONGEST_DECIMAL ? new DicomObject().decimals(ResultTag.NumericValue, value)
                : new DicomObject().text(ResultTag.NumericValue, "DS", shortest);
    }

    /** @param reference item of ReferencedSOPSequence */
    static ContentItem image(DicomObject reference) {
        ContentItem image = new ContentItem("IMAGE");
        image.item.sequence(ResultTag.ReferencedSOPSequence, reference);
        return image;
    }

    static ContentItem image(CodedConcept name, DicomObject reference) {
        ContentItem image = image(reference);
        image.item.sequence(ResultTag.ConceptNameCodeSequence, name.item());
        return image;
    }

    ContentItem contains(ContentItem child) {
        return add("CONTAINS", child);
    }

    ContentItem modifiedBy(ContentItem child) {
        return add("HAS CONCEPT MOD", child);
    }

    ContentItem observedIn(ContentItem child) {
        return add("HAS OBS CONTEXT", child);
    }

    ContentItem acquiredIn(ContentItem child) {
        return add("HAS ACQ CONTEXT", child);
    }

    ContentItem inferredFrom(ContentItem child) {
        return add("INFERRED FROM", child);
    }

    private ContentItem add(String relationship, ContentItem child) {
        child.item.text(ResultTag.RelationshipType, "CS", relationship);
        children.add(child);
        return this;
    }

    /** The item of a content sequence; of the root, what the data set gets. */
    DicomObject item() {
        return children.isEmpty() ? item
                : item.sequence(ResultTag.ContentSequence, children.stream().map(ContentItem::item).toArray(DicomObject[]::new));
    }
}
