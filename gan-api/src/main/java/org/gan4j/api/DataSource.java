package org.gan4j.api;

/** Says where data are; opening it reads them. */
public interface DataSource extends Component {
    /** @throws IllegalArgumentException if there is nothing usable there; the sentence says what and where */
    Dataset open();
}
