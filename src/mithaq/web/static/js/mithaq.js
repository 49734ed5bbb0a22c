// Every page works without these modules where it only reads or sends forms. They find their elements by data
// attributes and listen on the document, so that a part swapped in later needs no new wiring.
import "./theme.js";
import "./keys.js";
import "./copy.js";
import "./menus.js";
import "./drafts.js";
import "./ticks.js";
