package spine.api.score;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.service.component.annotations.ComponentPropertyType;

/**
 * The service properties of a {@link ScoringIndex}, for a class that is a Declarative Services component: {@code @ScoringIndexService(id =
 * "berlin", version = "1.0.0")} beside {@code @Component}.
 */
@ComponentPropertyType
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface ScoringIndexService {

    /** Precedes the names of the members in those of the service properties. */
    String PREFIX_ = "index.";

    /** {@link ScoringIndex#INDEX_ID} */
    String id();

    /** {@link ScoringIndex#INDEX_VERSION} */
    String version();
}
