package spine.app.embedded;

import java.io.Serializable;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Studies of a server with DICOM web services that match a query (QIDO-RS, PS3.18 10.6).
 *
 * @param url root of the services, below which {@code /studies} lies
 * @param query values by the keyword or tag of an attribute of studies, such as {@code ModalitiesInStudy}
 * @param user at the server; empty for nobody
 * @param passwordFile absolute path of a file whose first line is the user's password; empty without a user
 * @param tokenFile absolute path of a file whose first line is a token, in place of a user; empty for none
 * @param trusted absolute path of a PEM file that the certificate of the server is checked against; empty for those that Java trusts
 */
public record WebStudies(String url, SortedMap<String, String> query, String user, String passwordFile, String tokenFile,
        String trusted) implements Serializable {

    public WebStudies {
        query = Collections.unmodifiableSortedMap(new TreeMap<>(query));
    }

    /** Without values that may name a patient. */
    @Override
    public String toString() {
        return "WebStudies[url=" + url + ", query=" + query.keySet() + "]";
    }
}
