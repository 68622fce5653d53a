package spine.api.model;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.service.component.annotations.ComponentPropertyType;

/** The service properties of a {@link SegmentationModel}, for a class that is a Declarative Services component. */
@ComponentPropertyType
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface SegmentationModelService {

    /** Precedes the names of the members in those of the service properties. */
    String PREFIX_ = "model.";

    /** {@link SegmentationModel#MODEL_ROLE} */
    String role();

    /** {@link SegmentationModel#MODEL_ID} */
    String id();

    /** {@link SegmentationModel#MODEL_VERSION} */
    String version();
}
