<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>&amp;New from picture…</source>
        <translation>&amp;Neu aus Bild…</translation>
    </message>
    <message>
        <source>Choose a picture to start from</source>
        <translation>Ein Bild wählen, mit dem man beginnt</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>Ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>Open a project or a picture</source>
        <translation>Ein Projekt oder ein Bild öffnen</translation>
    </message>
    <message>
        <source>Save &amp;copy as…</source>
        <translation>&amp;Kopie speichern unter…</translation>
    </message>
    <message>
        <source>Save a copy of the whole project; the project itself is always saved</source>
        <translation>Eine Kopie des ganzen Projekts speichern; das Projekt selbst ist immer gespeichert</translation>
    </message>
    <message>
        <source>&amp;Save result…</source>
        <translation>Ergebnis &amp;speichern…</translation>
    </message>
    <message>
        <source>Write the picture that is shown to a file, and keep it among the results</source>
        <translation>Das gezeigte Bild in eine Datei schreiben und unter den Ergebnissen behalten</translation>
    </message>
    <message>
        <source>&amp;Export animation…</source>
        <translation>Animation &amp;exportieren…</translation>
    </message>
    <message>
        <source>Write the animation as GIF, video or pictures</source>
        <translation>Die Animation als GIF, Video oder Bilder schreiben</translation>
    </message>
    <message>
        <source>P&amp;in here</source>
        <translation>Hier a&amp;nheften</translation>
    </message>
    <message>
        <source>Keep what is selected at its place in every variation; drag it to another place</source>
        <translation>Das Ausgewählte in jeder Variation an seinem Platz behalten; an einen anderen Platz ziehen</translation>
    </message>
    <message>
        <source>C&amp;lose project</source>
        <translation>Projekt sch&amp;ließen</translation>
    </message>
    <message>
        <source>Go back to the start page</source>
        <translation>Zurück zur Startseite</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Close the studio</source>
        <translation>Das Studio schließen</translation>
    </message>
    <message>
        <source>&amp;Paste picture</source>
        <translation>Bild e&amp;infügen</translation>
    </message>
    <message>
        <source>Start from the picture in the clipboard</source>
        <translation>Mit dem Bild aus der Zwischenablage beginnen</translation>
    </message>
    <message>
        <source>Paste &amp;as…</source>
        <translation>Einfügen &amp;als…</translation>
    </message>
    <message>
        <source>Choose what the picture in the clipboard is for</source>
        <translation>Wählen, wofür das Bild in der Zwischenablage ist</translation>
    </message>
    <message>
        <source>P&amp;references…</source>
        <translation>&amp;Einstellungen…</translation>
    </message>
    <message>
        <source>Language, theme, device, folders and shortcuts</source>
        <translation>Sprache, Aussehen, Gerät, Ordner und Tastenkürzel</translation>
    </message>
    <message>
        <source>&amp;User guide</source>
        <translation>&amp;Handbuch</translation>
    </message>
    <message>
        <source>Read how everything is used</source>
        <translation>Lesen, wie alles benutzt wird</translation>
    </message>
    <message>
        <source>&amp;Find a command…</source>
        <translation>&amp;Befehl suchen…</translation>
    </message>
    <message>
        <source>Type a few letters of what you want to do</source>
        <translation>Ein paar Buchstaben dessen tippen, was man tun will</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>All commands with their keys, to read or to print</source>
        <translation>Alle Befehle mit ihren Tasten, zum Lesen oder Drucken</translation>
    </message>
    <message>
        <source>&amp;About</source>
        <translation>&amp;Über</translation>
    </message>
    <message>
        <source>Version and licence</source>
        <translation>Version und Lizenz</translation>
    </message>
    <message>
        <source>&amp;Logs</source>
        <translation>&amp;Protokolle</translation>
    </message>
    <message>
        <source>Open the folder with the log files</source>
        <translation>Den Ordner mit den Protokolldateien öffnen</translation>
    </message>
    <message>
        <source>&amp;Learn…</source>
        <translation>&amp;Lernen…</translation>
    </message>
    <message>
        <source>Choose how the open picture is learned</source>
        <translation>Wählen, wie das offene Bild gelernt wird</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pausieren</translation>
    </message>
    <message>
        <source>Stop learning; what is learned is kept</source>
        <translation>Das Lernen pausieren; Gelerntes bleibt erhalten</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>&amp;Fortsetzen</translation>
    </message>
    <message>
        <source>Go on learning where it stopped</source>
        <translation>Weiterlernen, wo es aufgehört hat</translation>
    </message>
    <message>
        <source>Cr&amp;op…</source>
        <translation>Be&amp;schneiden…</translation>
    </message>
    <message>
        <source>Choose the part of the picture that is learned</source>
        <translation>Den Teil des Bildes wählen, der gelernt wird</translation>
    </message>
    <message>
        <source>&amp;Improve to Standard</source>
        <translation>Zu Standard &amp;verbessern</translation>
    </message>
    <message>
        <source>Learn the draft&apos;s picture better, in the background; the draft stays in use meanwhile</source>
        <translation>Das Bild des Entwurfs im Hintergrund besser lernen; der Entwurf bleibt dabei in Gebrauch</translation>
    </message>
    <message>
        <source>Save &amp;film of the learning…</source>
        <translation>&amp;Film vom Lernen speichern…</translation>
    </message>
    <message>
        <source>The picture coming into focus, scale after scale, as a GIF</source>
        <translation>Das Bild wird scharf, Stufe um Stufe, als GIF</translation>
    </message>
    <message>
        <source>&amp;Generate</source>
        <translation>&amp;Erzeugen</translation>
    </message>
    <message>
        <source>Make new pictures and keep them</source>
        <translation>Neue Bilder machen und behalten</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>&amp;Behalten</translation>
    </message>
    <message>
        <source>Keep the picture that is shown among the results, or let it go again</source>
        <translation>Das gezeigte Bild unter den Ergebnissen behalten oder wieder freigeben</translation>
    </message>
    <message>
        <source>R&amp;e-render</source>
        <translation>N&amp;eu zeichnen</translation>
    </message>
    <message>
        <source>Make the shown result once more with the scales that were learned since</source>
        <translation>Das gezeigte Ergebnis noch einmal machen, mit den seither gelernten Stufen</translation>
    </message>
    <message>
        <source>Contact &amp;sheet…</source>
        <translation>&amp;Kontaktabzug…</translation>
    </message>
    <message>
        <source>What every start makes of the present seed, beside each other; click one to choose it</source>
        <translation>Was jeder Beginn aus dem Startwert macht, nebeneinander; eines anklicken, um es zu wählen</translation>
    </message>
    <message>
        <source>Roll the &amp;dice</source>
        <translation>&amp;Würfeln</translation>
    </message>
    <message>
        <source>Choose another random seed</source>
        <translation>Einen anderen Startwert wählen</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>Abbre&amp;chen</translation>
    </message>
    <message>
        <source>Stop generating, or put a message away</source>
        <translation>Das Erzeugen abbrechen oder eine Meldung schließen</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>&amp;Details</translation>
    </message>
    <message>
        <source>Show every scale and the loss curves</source>
        <translation>Alle Stufen und die Verlustkurven zeigen</translation>
    </message>
    <message>
        <source>&amp;Results</source>
        <translation>&amp;Ergebnisse</translation>
    </message>
    <message>
        <source>Show or hide the kept results</source>
        <translation>Die behaltenen Ergebnisse zeigen oder verbergen</translation>
    </message>
    <message>
        <source>S&amp;quint</source>
        <translation>Zusammenk&amp;neifen</translation>
    </message>
    <message>
        <source>Hold the key to see your work as coarse as the start scale receives it</source>
        <translation>Taste halten, um die Arbeit so grob zu sehen, wie die Anfangsstufe sie bekommt</translation>
    </message>
    <message>
        <source>&amp;Original</source>
        <translation>&amp;Original</translation>
    </message>
    <message>
        <source>Hold the key to see the original in place of the result</source>
        <translation>Taste halten, um das Original anstelle des Ergebnisses zu sehen</translation>
    </message>
    <message>
        <source>Co&amp;mpare Patches and Learned</source>
        <translation>Flicken und Gelerntes ver&amp;gleichen</translation>
    </message>
    <message>
        <source>Hold the key to see what Patches would make in place of Learned, or the other way round</source>
        <translation>Taste halten: zeigt, was die Flicken anstelle des Gelernten machen würden, oder umgekehrt</translation>
    </message>
    <message>
        <source>&amp;Fit</source>
        <translation>Ein&amp;passen</translation>
    </message>
    <message>
        <source>Show the whole picture</source>
        <translation>Das ganze Bild zeigen</translation>
    </message>
    <message>
        <source>&amp;100%</source>
        <translation>&amp;100 %</translation>
    </message>
    <message>
        <source>One pixel of the screen for each pixel</source>
        <translation>Ein Bildschirmpixel für jeden Bildpixel</translation>
    </message>
    <message>
        <source>Like the &amp;system</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>Follow the system&apos;s light or dark mode</source>
        <translation>Dem hellen oder dunklen Modus des Systems folgen</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>Dark text on a light ground</source>
        <translation>Dunkle Schrift auf hellem Grund</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>Light text on a dark ground</source>
        <translation>Helle Schrift auf dunklem Grund</translation>
    </message>
    <message>
        <source>Show the window in this language</source>
        <translation>Das Fenster in dieser Sprache zeigen</translation>
    </message>
    <message>
        <source>&amp;Many pictures…</source>
        <translation>&amp;Viele Bilder…</translation>
    </message>
    <message>
        <source>Learn or vary several pictures one after the other, in the background</source>
        <translation>Lernt oder variiert mehrere Bilder nacheinander im Hintergrund</translation>
    </message>
    <message>
        <source>&amp;Compare results…</source>
        <translation>Ergebnisse &amp;vergleichen…</translation>
    </message>
    <message>
        <source>Results and the picture side by side or under a slider, and where they differ</source>
        <translation>Ergebnisse und Bild nebeneinander oder unter einem Schieber, und wo sie sich unterscheiden</translation>
    </message>
</context>
<context>
    <name>AnimateMode</name>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
</context>
<context>
    <name>AnimatePanel</name>
    <message>
        <source>Things shimmer and drift; Flow lets water run.</source>
        <translation>Dinge flimmern und treiben; Wasser fließen lässt „Fließen“.</translation>
    </message>
    <message>
        <source>Everything moves</source>
        <translation>Alles bewegt sich</translation>
    </message>
    <message>
        <source>Forget what was marked on the picture; this can be undone</source>
        <translation>Vergisst, was im Bild markiert wurde; das lässt sich rückgängig machen</translation>
    </message>
    <message>
        <source>Coarsest scale that moves</source>
        <translation>Gröbste Stufe, die sich bewegt</translation>
    </message>
    <message>
        <source>Moves from scale</source>
        <translation>Bewegt sich ab Stufe</translation>
    </message>
    <message>
        <source>Everything moves. Paint what moves, or what stays, on the picture.</source>
        <translation>Alles bewegt sich. Malen Sie ins Bild, was sich bewegt oder was bleibt.</translation>
    </message>
    <message>
        <source>Only what is marked moves.</source>
        <translation>Nur das Markierte bewegt sich.</translation>
    </message>
</context>
<context>
    <name>ArrowFields</name>
    <message>
        <source>From the left</source>
        <translation>Von links</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>From the top</source>
        <translation>Von oben</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Richtung</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>Add arrow</source>
        <translation>Pfeil hinzufügen</translation>
    </message>
    <message>
        <source>Put an arrow into the middle</source>
        <translation>Einen Pfeil in die Mitte setzen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove the chosen arrow; this can be undone</source>
        <translation>Den gewählten Pfeil entfernen; das lässt sich rückgängig machen</translation>
    </message>
    <message>
        <source>Remove all</source>
        <translation>Alle entfernen</translation>
    </message>
    <message>
        <source>Remove all arrows; this can be undone</source>
        <translation>Alle Pfeile entfernen; das lässt sich rückgängig machen</translation>
    </message>
    <message>
        <source>Arrows</source>
        <translation>Pfeile</translation>
    </message>
    <message>
        <source>Arrow {number}</source>
        <translation>Pfeil {number}</translation>
    </message>
</context>
<context>
    <name>CanvasActions</name>
    <message>
        <source>&amp;Select</source>
        <translation>Aus&amp;wahl</translation>
    </message>
    <message>
        <source>&amp;Brush and tools</source>
        <translation>&amp;Pinsel und Werkzeuge</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>Take the last step back</source>
        <translation>Nimmt den letzten Schritt zurück</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>Take the next step again</source>
        <translation>Macht den zurückgenommenen Schritt wieder</translation>
    </message>
    <message>
        <source>&amp;Brush</source>
        <translation>&amp;Pinsel</translation>
    </message>
    <message>
        <source>Paint; Shift draws a straight line</source>
        <translation>Malen; mit Umschalt eine gerade Linie</translation>
    </message>
    <message>
        <source>&amp;Eraser</source>
        <translation>&amp;Radiergummi</translation>
    </message>
    <message>
        <source>Take paint away</source>
        <translation>Radiert Farbe weg</translation>
    </message>
    <message>
        <source>&amp;Fill</source>
        <translation>&amp;Füllen</translation>
    </message>
    <message>
        <source>Fill an area of one colour</source>
        <translation>Füllt einen Bereich gleicher Farbe</translation>
    </message>
    <message>
        <source>&amp;Picker</source>
        <translation>P&amp;ipette</translation>
    </message>
    <message>
        <source>Take a colour from the picture; with the brush, hold Alt or Ctrl</source>
        <translation>Eine Farbe aus dem Bild nehmen; mit dem Pinsel Alt oder Strg halten</translation>
    </message>
    <message>
        <source>&amp;Select a rectangle</source>
        <translation>&amp;Rechteck auswählen</translation>
    </message>
    <message>
        <source>Shift adds, Alt takes away; drag inside to move</source>
        <translation>Umschalt fügt hinzu, Alt nimmt weg; innen ziehen verschiebt</translation>
    </message>
    <message>
        <source>&amp;Lasso</source>
        <translation>&amp;Lasso</translation>
    </message>
    <message>
        <source>Select by drawing round it; Shift adds, Alt takes away</source>
        <translation>Durch Umfahren auswählen; Umschalt fügt hinzu, Alt nimmt weg</translation>
    </message>
    <message>
        <source>&amp;Wand</source>
        <translation>&amp;Zauberstab</translation>
    </message>
    <message>
        <source>Select an area of one colour; Shift adds, Alt takes away</source>
        <translation>Wählt einen Bereich gleicher Farbe aus; Umschalt fügt hinzu, Alt nimmt weg</translation>
    </message>
    <message>
        <source>P&amp;atch</source>
        <translation>&amp;Ausbessern</translation>
    </message>
    <message>
        <source>Drag what is selected to where its filling should come from; Enter applies, Esc gives up</source>
        <translation>Die Auswahl dorthin ziehen, woher die Füllung kommen soll; Eingabe wendet an, Esc bricht ab</translation>
    </message>
    <message>
        <source>&amp;Move and transform</source>
        <translation>&amp;Verschieben und transformieren</translation>
    </message>
    <message>
        <source>Move, scale and turn objects; Ctrl or Alt copies, Enter applies, Esc gives up</source>
        <translation>Objekte verschieben, skalieren und drehen; Strg oder Alt kopiert, Eingabe wendet an, Esc bricht ab</translation>
    </message>
    <message>
        <source>Arro&amp;w</source>
        <translation>&amp;Pfeil</translation>
    </message>
    <message>
        <source>Drag to say where things flow; drag an end to change it, Del removes it</source>
        <translation>Ziehen sagt, wohin etwas fließt; ein Ende ziehen ändert den Pfeil, Entf entfernt ihn</translation>
    </message>
    <message>
        <source>Sample f&amp;rom</source>
        <translation>A&amp;ufnehmen aus</translation>
    </message>
    <message>
        <source>Paint where a filling may come from; Alt or Ctrl takes it back</source>
        <translation>Übermalen, woher eine Füllung stammen darf; Alt oder Strg nimmt es zurück</translation>
    </message>
    <message>
        <source>&amp;Larger brush</source>
        <translation>Pinsel &amp;größer</translation>
    </message>
    <message>
        <source>Make the brush larger</source>
        <translation>Macht den Pinsel größer</translation>
    </message>
    <message>
        <source>&amp;Smaller brush</source>
        <translation>Pinsel &amp;kleiner</translation>
    </message>
    <message>
        <source>Make the brush smaller</source>
        <translation>Macht den Pinsel kleiner</translation>
    </message>
    <message>
        <source>&amp;Harder brush</source>
        <translation>Pinsel &amp;härter</translation>
    </message>
    <message>
        <source>Give the brush a sharper edge</source>
        <translation>Gibt dem Pinsel einen schärferen Rand</translation>
    </message>
    <message>
        <source>S&amp;ofter brush</source>
        <translation>Pinsel &amp;weicher</translation>
    </message>
    <message>
        <source>Give the brush a softer edge</source>
        <translation>Gibt dem Pinsel einen weicheren Rand</translation>
    </message>
    <message>
        <source>S&amp;wap colours</source>
        <translation>Farben &amp;tauschen</translation>
    </message>
    <message>
        <source>Take the other colour, or the other brush</source>
        <translation>Nimmt die andere Farbe oder den anderen Pinsel</translation>
    </message>
    <message>
        <source>&amp;Default colours</source>
        <translation>&amp;Standardfarben</translation>
    </message>
    <message>
        <source>Take the first colours</source>
        <translation>Stellt die Standardfarben wieder her</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>A&amp;usschneiden</translation>
    </message>
    <message>
        <source>Put what is selected into the clipboard and take it away</source>
        <translation>Legt die Auswahl in die Zwischenablage und entfernt sie</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Put what is selected into the clipboard</source>
        <translation>Legt die Auswahl in die Zwischenablage</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>Take away what is selected, or the object; the hole is filled</source>
        <translation>Entfernt das Ausgewählte oder das Objekt; das Loch wird gefüllt</translation>
    </message>
    <message>
        <source>Dup&amp;licate</source>
        <translation>Dup&amp;lizieren</translation>
    </message>
    <message>
        <source>Lay a copy of what is selected, or of the object, beside it</source>
        <translation>Legt eine Kopie der Auswahl oder des Objekts daneben</translation>
    </message>
    <message>
        <source>Bring f&amp;orward</source>
        <translation>Nach v&amp;orn</translation>
    </message>
    <message>
        <source>Lay the object above the next one</source>
        <translation>Legt das Objekt über das nächste</translation>
    </message>
    <message>
        <source>Send bac&amp;kward</source>
        <translation>Nach hin&amp;ten</translation>
    </message>
    <message>
        <source>Lay the object below the one before it</source>
        <translation>Legt das Objekt unter das vorige</translation>
    </message>
    <message>
        <source>Tr&amp;ansform</source>
        <translation>Tr&amp;ansformieren</translation>
    </message>
    <message>
        <source>Move, scale and turn what is selected; Enter applies, Esc gives up</source>
        <translation>Verschiebt, skaliert und dreht die Auswahl; Eingabe wendet an, Esc bricht ab</translation>
    </message>
    <message>
        <source>Flip &amp;horizontally</source>
        <translation>&amp;Horizontal spiegeln</translation>
    </message>
    <message>
        <source>Mirror the object left to right</source>
        <translation>Spiegelt das Objekt von links nach rechts</translation>
    </message>
    <message>
        <source>Flip &amp;vertically</source>
        <translation>&amp;Vertikal spiegeln</translation>
    </message>
    <message>
        <source>Mirror the object top to bottom</source>
        <translation>Spiegelt das Objekt von oben nach unten</translation>
    </message>
    <message>
        <source>&amp;All</source>
        <translation>&amp;Alles</translation>
    </message>
    <message>
        <source>Select everything</source>
        <translation>Wählt alles aus</translation>
    </message>
    <message>
        <source>&amp;Nothing</source>
        <translation>&amp;Nichts</translation>
    </message>
    <message>
        <source>Select nothing</source>
        <translation>Hebt die Auswahl auf</translation>
    </message>
    <message>
        <source>&amp;Invert</source>
        <translation>&amp;Umkehren</translation>
    </message>
    <message>
        <source>Select what is not selected</source>
        <translation>Wählt aus, was nicht ausgewählt ist</translation>
    </message>
    <message>
        <source>&amp;Feather…</source>
        <translation>&amp;Weiche Kante…</translation>
    </message>
    <message>
        <source>Let the edge of the selection fade</source>
        <translation>Lässt den Rand der Auswahl auslaufen</translation>
    </message>
    <message>
        <source>&amp;Grow…</source>
        <translation>&amp;Erweitern…</translation>
    </message>
    <message>
        <source>Make the selection larger all around</source>
        <translation>Macht die Auswahl ringsum größer</translation>
    </message>
    <message>
        <source>&amp;Shrink…</source>
        <translation>&amp;Verkleinern…</translation>
    </message>
    <message>
        <source>Make the selection smaller all around</source>
        <translation>Macht die Auswahl ringsum kleiner</translation>
    </message>
    <message>
        <source>&amp;Mirrored</source>
        <translation>&amp;Gespiegelt</translation>
    </message>
    <message>
        <source>Look at it mirrored, to see whether it is in balance; nothing is changed</source>
        <translation>Gespiegelt ansehen, ob es ausgewogen ist; nichts wird geändert</translation>
    </message>
    <message>
        <source>&amp;Area to change</source>
        <translation>&amp;Zu ändernder Bereich</translation>
    </message>
    <message>
        <source>Show the area to change as an overlay</source>
        <translation>Zeigt den zu ändernden Bereich als Überlagerung</translation>
    </message>
</context>
<context>
    <name>CanvasOperations</name>
    <message>
        <source>Pixels of the picture</source>
        <translation>Pixel des Bildes</translation>
    </message>
    <message>
        <source>&amp;Undo: {step}</source>
        <translation>&amp;Rückgängig: {step}</translation>
    </message>
    <message>
        <source>&amp;Redo: {step}</source>
        <translation>&amp;Wiederholen: {step}</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
</context>
<context>
    <name>CanvasToolBar</name>
    <message>
        <source>Tools of the canvas</source>
        <translation>Werkzeuge der Leinwand</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>Hardness</source>
        <translation>Härte</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>Deckkraft</translation>
    </message>
    <message>
        <source>Tolerance</source>
        <translation>Toleranz</translation>
    </message>
    <message>
        <source>Across, in pixels of the picture; {drawn} px at the size that is drawn</source>
        <translation>Durchmesser in Pixeln des Bildes; {drawn} px in der Größe, in der gezeichnet wird</translation>
    </message>
</context>
<context>
    <name>ChoiceField</name>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
</context>
<context>
    <name>ColourPair</name>
    <message>
        <source>Colour: {name}</source>
        <translation>Farbe: {name}</translation>
    </message>
    <message>
        <source>The brush&apos;s colour and the other one; click to choose</source>
        <translation>Die Farbe des Pinsels und die andere; zum Wählen klicken</translation>
    </message>
    <message>
        <source>Brush: {name}</source>
        <translation>Pinsel: {name}</translation>
    </message>
    <message>
        <source>What the brush does with the area; click for the other one</source>
        <translation>Was der Pinsel mit dem Bereich tut; Klick für den anderen</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Find a command</source>
        <translation>Befehl suchen</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>Was soll geschehen?</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>No command that can be used now has these words.</source>
        <translation>Kein Befehl, der jetzt möglich ist, enthält diese Wörter.</translation>
    </message>
</context>
<context>
    <name>Comparison</name>
    <message>
        <source>Compare results</source>
        <translation>Ergebnisse vergleichen</translation>
    </message>
    <message>
        <source>&amp;Side by side</source>
        <translation>&amp;Nebeneinander</translation>
    </message>
    <message>
        <source>S&amp;lider</source>
        <translation>S&amp;chieber</translation>
    </message>
    <message>
        <source>Where they &amp;differ</source>
        <translation>&amp;Unterschiede</translation>
    </message>
    <message>
        <source>Colours from dark to bright show how far each picture is from the first (distance in Lab)</source>
        <translation>Farben von dunkel bis hell zeigen, wie weit jedes Bild vom ersten entfernt ist (Abstand in Lab)</translation>
    </message>
    <message>
        <source>Choose two to four below; the others are compared with the first.</source>
        <translation>Unten zwei bis vier wählen; mit dem ersten werden die anderen verglichen.</translation>
    </message>
    <message>
        <source>Pictures to compare</source>
        <translation>Bilder zum Vergleichen</translation>
    </message>
    <message>
        <source>&amp;Fit</source>
        <translation>Ein&amp;passen</translation>
    </message>
    <message>
        <source>&amp;100%</source>
        <translation>&amp;100 %</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Schließen</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>{percent}% differs</source>
        <translation>{percent} % verschieden</translation>
    </message>
</context>
<context>
    <name>ContactSheet</name>
    <message>
        <source>Contact sheet</source>
        <translation>Kontaktabzug</translation>
    </message>
    <message>
        <source>The same seed from every start. Click one to go on with it.</source>
        <translation>Derselbe Startwert von jedem Beginn aus. Klicken Sie eines an, um damit weiterzumachen.</translation>
    </message>
</context>
<context>
    <name>CropPage</name>
    <message>
        <source>Crop</source>
        <translation>Beschneiden</translation>
    </message>
    <message>
        <source>Shape of the frame</source>
        <translation>Form des Rahmens</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Frei</translation>
    </message>
    <message>
        <source>Like the picture</source>
        <translation>Wie das Bild</translation>
    </message>
    <message>
        <source>S&amp;hape</source>
        <translation>F&amp;orm</translation>
    </message>
    <message>
        <source>&amp;Whole picture</source>
        <translation>&amp;Ganzes Bild</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cr&amp;op</source>
        <translation>Be&amp;schneiden</translation>
    </message>
</context>
<context>
    <name>CropView</name>
    <message>
        <source>Part of the picture that is kept</source>
        <translation>Teil des Bildes, der bleibt</translation>
    </message>
</context>
<context>
    <name>Disclosure</name>
    <message>
        <source>Advanced</source>
        <translation>Erweitert</translation>
    </message>
    <message>
        <source>Show or hide what is seldom changed</source>
        <translation>Selten Geändertes zeigen oder verbergen</translation>
    </message>
</context>
<context>
    <name>DropQuestion</name>
    <message>
        <source>Paste here</source>
        <translation>Hier einfügen</translation>
    </message>
    <message>
        <source>It lands where you let it go, and can be moved and scaled.</source>
        <translation>Es landet, wo Sie loslassen, und lässt sich verschieben und skalieren.</translation>
    </message>
    <message>
        <source>Open as new project</source>
        <translation>Als neues Projekt öffnen</translation>
    </message>
    <message>
        <source>This project stays as it is; it is in the list of recent ones.</source>
        <translation>Dieses Projekt bleibt, wie es ist; es steht bei den zuletzt geöffneten.</translation>
    </message>
    <message>
        <source>Restore settings</source>
        <translation>Einstellungen wiederherstellen</translation>
    </message>
    <message>
        <source>Go on with the tool, the parameters and the seed that made this picture.</source>
        <translation>Mit Werkzeug, Einstellungen und Startwert weitermachen, aus denen dieses Bild entstand.</translation>
    </message>
    <message>
        <source>What is this picture for?</source>
        <translation>Wofür ist dieses Bild?</translation>
    </message>
</context>
<context>
    <name>DropZone</name>
    <message>
        <source>Drop a picture here</source>
        <translation>Ein Bild hierher ziehen</translation>
    </message>
    <message>
        <source>The studio makes new ones like it at once.
Pasting works, too.</source>
        <translation>Das Studio macht sofort neue, die ihm ähneln.
Einfügen geht auch.</translation>
    </message>
    <message>
        <source>Choose a picture…</source>
        <translation>Ein Bild wählen…</translation>
    </message>
    <message>
        <source>Open a picture or a project from the disk</source>
        <translation>Ein Bild oder ein Projekt vom Datenträger öffnen</translation>
    </message>
</context>
<context>
    <name>EditPanel</name>
    <message>
        <source>Select a part, then drag it away, drag a copy with Ctrl or Alt, or press Delete. The hole is filled at once and becomes part of the area to change. With the patch you drag it to where its filling should come from.</source>
        <translation>Einen Teil auswählen, dann wegziehen, mit Strg oder Alt eine Kopie ziehen oder Entf drücken. Das Loch wird sofort gefüllt und gehört zum Bereich, der sich ändert. Mit „Ausbessern“ ziehen Sie ihn dorthin, woher die Füllung kommen soll.</translation>
    </message>
    <message>
        <source>It may grow back; roll the dice to try another.</source>
        <translation>Es kann wiederkommen; mit dem Würfel ein anderes versuchen.</translation>
    </message>
</context>
<context>
    <name>ExampleGallery</name>
    <message>
        <source>Examples that are ready</source>
        <translation>Fertige Beispiele</translation>
    </message>
</context>
<context>
    <name>Explanation</name>
    <message>
        <source>What am I seeing?</source>
        <translation>Was sehe ich?</translation>
    </message>
    <message>
        <source>&lt;b&gt;A good curve.&lt;/b&gt; &lt;i&gt;Copy error&lt;/i&gt; falls and flattens out. &lt;i&gt;Critic&lt;/i&gt; and &lt;i&gt;Generator&lt;/i&gt; waver around a level: neither of them wins for good.</source>
        <translation>&lt;b&gt;Eine gute Kurve.&lt;/b&gt; Der &lt;i&gt;Fehler der Kopie&lt;/i&gt; fällt und wird flach. &lt;i&gt;Diskriminator&lt;/i&gt; und &lt;i&gt;Generator&lt;/i&gt; schwanken um einen Wert: Keiner von beiden gewinnt auf Dauer.</translation>
    </message>
    <message>
        <source>&lt;b&gt;Why it jumps.&lt;/b&gt; At each upright line a new scale begins: a larger picture, and networks that have yet to learn its finer detail. That the curves start over there is how it should be.</source>
        <translation>&lt;b&gt;Warum sie springt.&lt;/b&gt; An jeder senkrechten Linie beginnt eine neue Stufe: ein größeres Bild und Netze, die dessen feinere Einzelheiten erst lernen müssen. Dass die Kurven dort neu ansetzen, gehört dazu.</translation>
    </message>
    <message>
        <source>&lt;b&gt;Scale {scale} of {scales}&lt;/b&gt;, {width}×{height} px. The picture is learned from coarse to fine; every scale has a generator and a critic of its own.</source>
        <translation>&lt;b&gt;Stufe {scale} von {scales}&lt;/b&gt;, {width}×{height} px. Das Bild wird von grob nach fein gelernt; jede Stufe hat einen eigenen Generator und einen eigenen Diskriminator.</translation>
    </message>
    <message>
        <source>The &lt;b&gt;generator&lt;/b&gt; makes pictures out of noise and the scale below; the &lt;b&gt;critic&lt;/b&gt; says how real each spot looks. Both have {layers} layers of {kernel}×{kernel} px with {channels} channels, and each pixel sees {field}×{field} px around it: {seen}% of the shorter side. So coarse scales learn what is where, fine ones texture.</source>
        <translation>Der &lt;b&gt;Generator&lt;/b&gt; macht Bilder aus Rauschen und der Stufe darunter; der &lt;b&gt;Diskriminator&lt;/b&gt; sagt, wie echt jede Stelle aussieht. Beide haben {layers} Schichten von {kernel}×{kernel} px mit {channels} Kanälen, und jedes Pixel sieht {field}×{field} px um sich herum: {seen} % der kürzeren Seite. So lernen grobe Stufen, was wo ist, und feine die Textur.</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export animation</source>
        <translation>Animation exportieren</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n-mal</numerusform>
            <numerusform>%n-mal</numerusform>
        </translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Für</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Format</translation>
    </message>
    <message>
        <source>&amp;Size</source>
        <translation>&amp;Größe</translation>
    </message>
    <message>
        <source>&amp;Quality</source>
        <translation>&amp;Qualität</translation>
    </message>
    <message>
        <source>&amp;Played</source>
        <translation>&amp;Abgespielt</translation>
    </message>
    <message>
        <source>&amp;Lasts at least</source>
        <translation>&amp;Dauert mindestens</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Dateiformat</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Qualität</translation>
    </message>
    <message>
        <source>How often it is played</source>
        <translation>Wie oft sie abgespielt wird</translation>
    </message>
    <message>
        <source>Shortest length of the film</source>
        <translation>Kürzeste Dauer des Films</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>Fortschritt des Exports</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Films are enlarged smoothly; only single pictures get the photo&apos;s detail.</source>
        <translation>Filme werden weich vergrößert; die Details des Fotos erhalten nur Einzelbilder.</translation>
    </message>
    <message>
        <source>{times}×</source>
        <translation>{times}×</translation>
    </message>
    <message>
        <source>over and over</source>
        <translation>endlos</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>Files of this format cannot say that they go on; they repeat the film</source>
        <translation>Dieses Format kennt keine Endlosschleife; die Datei wiederholt den Film</translation>
    </message>
    <message>
        <source>Web</source>
        <translation>Web</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>My own</source>
        <translation>Eigene</translation>
    </message>
    <message>
        <source>Cancelled; no file was written.</source>
        <translation>Abgebrochen; es wurde keine Datei geschrieben.</translation>
    </message>
    <message>
        <source>estimating the file&apos;s size</source>
        <translation>die Dateigröße wird geschätzt</translation>
    </message>
    <message>
        <source>plays at {fps} frames per second</source>
        <translation>läuft mit {fps} Bildern pro Sekunde</translation>
    </message>
    <message>
        <source>plays at {fps}: {wanted} cannot be held by this format</source>
        <translation>läuft mit {fps}: {wanted} ist in diesem Format nicht möglich</translation>
    </message>
    <message>
        <source>about {size}</source>
        <translation>etwa {size}</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Getting ready</source>
        <translation>Wird vorbereitet</translation>
    </message>
    <message>
        <source>Writing the file</source>
        <translation>Die Datei wird geschrieben</translation>
    </message>
    <message>
        <source>Frame {done} of {total}</source>
        <translation>Bild {done} von {total}</translation>
    </message>
    <message>
        <source>{name} is written: {size}</source>
        <translation>{name} ist geschrieben: {size}</translation>
    </message>
</context>
<context>
    <name>ExtendPanel</name>
    <message>
        <source>{before} become {after}.</source>
        <translation>Aus {before} werden {after}.</translation>
    </message>
    <message>
        <source>The photo has a border of its own, up to {count} px thick, which is painted over.</source>
        <translation>Das Foto hat selbst einen Rand, bis zu {count} px breit; er wird übermalt.</translation>
    </message>
</context>
<context>
    <name>FillPanel</name>
    <message>
        <source>Select what is to go and press Delete, or paint over it; several places at once if you like. Leave a little room around it, and take its shadow too. With Sample from you paint where the filling may come from; it is everywhere if you do not.</source>
        <translation>Auswählen, was verschwinden soll, und Entf drücken, oder es übermalen; auch mehrere Stellen auf einmal. Rundherum etwas Luft lassen und den Schatten mitnehmen. Mit „Aufnehmen aus“ übermalen Sie, woher die Füllung stammen darf; sonst stammt sie von überall.</translation>
    </message>
    <message>
        <source>Every seed is another suggestion; Generate makes several.</source>
        <translation>Jeder Startwert ist ein anderer Vorschlag; „Erzeugen“ macht mehrere.</translation>
    </message>
</context>
<context>
    <name>FilmView</name>
    <message>
        <source>Animation</source>
        <translation>Animation</translation>
    </message>
</context>
<context>
    <name>Filmstrip</name>
    <message>
        <source>Scales</source>
        <translation>Stufen</translation>
    </message>
    <message>
        <source>The scales appear here as soon as learning starts.</source>
        <translation>Hier erscheinen die Stufen, sobald das Lernen beginnt.</translation>
    </message>
    <message>
        <source>The picture</source>
        <translation>Das Bild</translation>
    </message>
    <message>
        <source>Learned copy</source>
        <translation>Gelernte Kopie</translation>
    </message>
    <message>
        <source>New sample</source>
        <translation>Neue Probe</translation>
    </message>
    <message>
        <source>The picture at this size (real image)</source>
        <translation>Das Bild in dieser Größe (reales Bild, real image)</translation>
    </message>
    <message>
        <source>What the scale makes of its fixed noise z* (reconstruction)</source>
        <translation>Was die Stufe aus ihrem festen Rauschen z* macht (Rekonstruktion)</translation>
    </message>
    <message>
        <source>What the scale makes of fresh noise (random sample)</source>
        <translation>Was die Stufe aus neuem Rauschen macht (Zufallsprobe)</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>learning, {percent}%</source>
        <translation>lernt, {percent} %</translation>
    </message>
    <message>
        <source>learned</source>
        <translation>gelernt</translation>
    </message>
    <message>
        <source>Scale {scale} of {scales}, {width}×{height} px: {state}</source>
        <translation>Stufe {scale} von {scales}, {width}×{height} px: {state}</translation>
    </message>
</context>
<context>
    <name>FilterButton</name>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Show the results of one tool, the starred or the latest ones alone</source>
        <translation>Nur die Ergebnisse eines Werkzeugs, die mit Stern oder die neuesten zeigen</translation>
    </message>
    <message>
        <source>All tools</source>
        <translation>Alle Werkzeuge</translation>
    </message>
    <message>
        <source>Starred only</source>
        <translation>Nur mit Stern</translation>
    </message>
    <message>
        <source>At any time</source>
        <translation>Jederzeit</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
</context>
<context>
    <name>FlowPanel</name>
    <message>
        <source>Hold nothing</source>
        <translation>Nichts festhalten</translation>
    </message>
    <message>
        <source>Forget what was painted to hold still; this can be undone</source>
        <translation>Vergessen, was festgehalten werden sollte; das lässt sich rückgängig machen</translation>
    </message>
    <message>
        <source>Paint with the brush what must hold still; nothing flows through it.</source>
        <translation>Mit dem Pinsel malen, was stillhalten soll; nichts fließt hindurch.</translation>
    </message>
    <message>
        <source>What is painted holds still.</source>
        <translation>Was gemalt ist, hält still.</translation>
    </message>
</context>
<context>
    <name>FullSize</name>
    <message>
        <source>F&amp;ull size</source>
        <translation>Volle &amp;Größe</translation>
    </message>
    <message>
        <source>Results get the photo&apos;s full size and detail in the background, soon after they are made</source>
        <translation>Ergebnisse erhalten bald nach ihrer Entstehung im Hintergrund die volle Größe und die Details des Fotos</translation>
    </message>
    <message>
        <source>How much of the photo&apos;s detail</source>
        <translation>Wie viel von den Details des Fotos</translation>
    </message>
    <message>
        <source>How much of the photo&apos;s detail results get: 0% only enlarges them</source>
        <translation>Wie viel von den Details des Fotos die Ergebnisse erhalten: 0 % vergrößert sie nur</translation>
    </message>
</context>
<context>
    <name>GeneralPage</name>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Automatic acts after the next start.</source>
        <translation>„Automatisch“ gilt ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>&amp;Choose…</source>
        <translation>&amp;Wählen…</translation>
    </message>
    <message>
        <source>&amp;Usual folder</source>
        <translation>&amp;Üblicher Ordner</translation>
    </message>
    <message>
        <source>Preset for learning</source>
        <translation>Voreinstellung zum Lernen</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Aussehen</translation>
    </message>
    <message>
        <source>&amp;Device</source>
        <translation>&amp;Gerät</translation>
    </message>
    <message>
        <source>Th&amp;reads</source>
        <translation>Th&amp;reads</translation>
    </message>
    <message>
        <source>Drawing follows at once. Learning that goes on follows when it is resumed.</source>
        <translation>Das Zeichnen folgt sofort, ein laufendes Lernen erst, wenn es fortgesetzt wird.</translation>
    </message>
    <message>
        <source>&amp;Preset for learning</source>
        <translation>Vor&amp;einstellung zum Lernen</translation>
    </message>
    <message>
        <source>&amp;Folder for projects</source>
        <translation>&amp;Ordner für Projekte</translation>
    </message>
    <message>
        <source>For pictures without a folder: pasted ones, examples, and those in folders that cannot be written. Other projects lie beside their picture.</source>
        <translation>Für Bilder ohne Ordner: eingefügte, Beispiele und solche aus Ordnern ohne Schreibrecht. Andere Projekte liegen neben ihrem Bild.</translation>
    </message>
    <message>
        <source>Folder for projects</source>
        <translation>Ordner für Projekte</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Threads</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Draft; Standard with a graphics card</source>
        <translation>Entwurf; mit Grafikkarte Standard</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>Faithful</source>
        <translation>Getreu</translation>
    </message>
    <message>
        <source>Automatic ({device})</source>
        <translation>Automatisch ({device})</translation>
    </message>
</context>
<context>
    <name>GuideView</name>
    <message>
        <source>User guide</source>
        <translation>Handbuch</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>&amp;Contents</source>
        <translation>&amp;Inhalt</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>HarmonizePanel</name>
    <message>
        <source>Insert, paste or drop something, and put it where it belongs. Without its background it looks best.</source>
        <translation>Etwas einfügen oder hierher ziehen und an seinen Platz bringen. Ohne seinen Hintergrund wirkt es am besten.</translation>
    </message>
    <message>
        <source>&amp;Insert picture…</source>
        <translation>Bild &amp;einfügen…</translation>
    </message>
    <message>
        <source>Open a picture and lay it on this one</source>
        <translation>Ein Bild öffnen und auf dieses legen</translation>
    </message>
    <message>
        <source>The object is small: it is drawn with less than {px} px.</source>
        <translation>Das Objekt ist klein: Es wird mit weniger als {px} px gezeichnet.</translation>
    </message>
    <message>
        <source>Cut out the object</source>
        <translation>Das Objekt ausschneiden</translation>
    </message>
    <message>
        <source>It has no transparent background. Find the object, or mark it and keep what is marked.</source>
        <translation>Der Hintergrund ist nicht durchsichtig. Das Objekt finden lassen, oder es auswählen und nur das behalten.</translation>
    </message>
    <message>
        <source>Keep the selection</source>
        <translation>Auswahl behalten</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Wand</source>
        <translation>Zauberstab</translation>
    </message>
    <message>
        <source>Lasso</source>
        <translation>Lasso</translation>
    </message>
    <message>
        <source>Use whole rectangle</source>
        <translation>Ganzes Rechteck verwenden</translation>
    </message>
    <message>
        <source>No object was found; mark it with the wand or the lasso.</source>
        <translation>Kein Objekt gefunden; mit Zauberstab oder Lasso auswählen.</translation>
    </message>
</context>
<context>
    <name>LayerList</name>
    <message>
        <source>Layers</source>
        <translation>Ebenen</translation>
    </message>
    <message>
        <source>Bring &amp;forward</source>
        <translation>Nach &amp;vorn</translation>
    </message>
    <message>
        <source>Send &amp;backward</source>
        <translation>Nach &amp;hinten</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
</context>
<context>
    <name>LayersPanel</name>
    <message>
        <source>What is hidden is left out</source>
        <translation>Ausgeblendetes fehlt im Ergebnis</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Ebenen</translation>
    </message>
    <message>
        <source>Object {number}</source>
        <translation>Objekt {number}</translation>
    </message>
    <message>
        <source>While it is hidden, results are made without it. Ctrl+] and Ctrl+[ change the order.</source>
        <translation>Solange es ausgeblendet ist, entstehen Ergebnisse ohne es. Strg+] und Strg+[ ändern die Reihenfolge.</translation>
    </message>
    <message>
        <source>The eye hides only the overlay: the area to change stays the same.</source>
        <translation>Das Auge blendet nur die Überlagerung aus: Der zu ändernde Bereich bleibt derselbe.</translation>
    </message>
    <message>
        <source>While it is hidden, results are made without it.</source>
        <translation>Solange es ausgeblendet ist, entstehen Ergebnisse ohne es.</translation>
    </message>
    <message>
        <source>The eye hides it from view only: results are still made with it.</source>
        <translation>Das Auge blendet es nur in der Ansicht aus: Ergebnisse entstehen weiterhin mit ihm.</translation>
    </message>
    <message>
        <source>Area to change</source>
        <translation>Zu ändernder Bereich</translation>
    </message>
    <message>
        <source>Paint</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Filled holes</source>
        <translation>Gefüllte Löcher</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>Hintergrund</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
</context>
<context>
    <name>LearnOffer</name>
    <message>
        <source>Learning the picture adds what patches cannot: new detail, and motion.</source>
        <translation>Das Bild zu lernen bringt, was Flicken nicht können: neue Details und Bewegung.</translation>
    </message>
    <message>
        <source>This takes more than patches: the picture has to be learned once. You can go on meanwhile.</source>
        <translation>Dafür reichen Flicken nicht: Das Bild muss einmal gelernt werden. Währenddessen kann man weiterarbeiten.</translation>
    </message>
</context>
<context>
    <name>LearnPanel</name>
    <message>
        <source>Learn</source>
        <translation>Lernen</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Voreinstellung</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Cr&amp;op…</source>
        <translation>Be&amp;schneiden…</translation>
    </message>
    <message>
        <source>Learn a part of the picture only</source>
        <translation>Nur einen Teil des Bildes lernen</translation>
    </message>
    <message>
        <source>Learn this picture</source>
        <translation>Dieses Bild lernen</translation>
    </message>
    <message>
        <source>Longest &amp;side</source>
        <translation>&amp;Längste Seite</translation>
    </message>
    <message>
        <source>S&amp;eed</source>
        <translation>Start&amp;wert</translation>
    </message>
    <message>
        <source>&amp;Device</source>
        <translation>&amp;Gerät</translation>
    </message>
    <message>
        <source>D&amp;raft</source>
        <translation>Entwu&amp;rf</translation>
    </message>
    <message>
        <source>A first look, with coarser detail. Minutes, even without a graphics card.</source>
        <translation>Ein erster Eindruck mit gröberen Einzelheiten. Minuten, auch ohne Grafikkarte.</translation>
    </message>
    <message>
        <source>S&amp;tandard</source>
        <translation>S&amp;tandard</translation>
    </message>
    <message>
        <source>Fine detail in a fraction of the time Faithful takes. Longer than Draft.</source>
        <translation>Feine Einzelheiten in einem Bruchteil der Zeit von „Getreu“. Länger als „Entwurf“.</translation>
    </message>
    <message>
        <source>F&amp;aithful</source>
        <translation>Getre&amp;u</translation>
    </message>
    <message>
        <source>The published method to the letter. Hours; without a graphics card, a night or more.</source>
        <translation>Das veröffentlichte Verfahren, Wort für Wort. Stunden; ohne Grafikkarte eine Nacht oder mehr.</translation>
    </message>
    <message>
        <source>Longest side of the learned picture in pixels</source>
        <translation>Längste Seite des gelernten Bildes in Pixeln</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>Automatic ({device})</source>
        <translation>Automatisch ({device})</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>The picture has {original}; it is learned at {learned}.</source>
        <translation>Das Bild hat {original}; gelernt wird es in {learned}.</translation>
    </message>
    <message>
        <source>{count} scales, from {low} to {high}.</source>
        <translation>{count} Stufen, von {low} bis {high}.</translation>
    </message>
    <message>
        <source>estimating…</source>
        <translation>wird geschätzt…</translation>
    </message>
</context>
<context>
    <name>LearningView</name>
    <message>
        <source>Learning</source>
        <translation>Lernen</translation>
    </message>
</context>
<context>
    <name>Line</name>
    <message>
        <source>Line between the pictures</source>
        <translation>Linie zwischen den Bildern</translation>
    </message>
</context>
<context>
    <name>LossPlot</name>
    <message>
        <source>Losses</source>
        <translation>Verluste</translation>
    </message>
    <message>
        <source>Critic</source>
        <translation>Diskriminator</translation>
    </message>
    <message>
        <source>Generator</source>
        <translation>Generator</translation>
    </message>
    <message>
        <source>Penalty</source>
        <translation>Strafterm</translation>
    </message>
    <message>
        <source>Gradient penalty of the critic (WGAN-GP), without its weight</source>
        <translation>Gradientenstrafe des Diskriminators (WGAN-GP), ohne ihr Gewicht</translation>
    </message>
    <message>
        <source>Copy error</source>
        <translation>Fehler der Kopie</translation>
    </message>
    <message>
        <source>Drift</source>
        <translation>Drift</translation>
    </message>
    <message>
        <source>How far finer scales change colours that coarser ones settled (RMS of 8 px cells)</source>
        <translation>Wie weit feinere Stufen Farben ändern, die gröbere festgelegt haben (RMS über Zellen von 8 px)</translation>
    </message>
    <message>
        <source>Excess</source>
        <translation>Überschuss</translation>
    </message>
    <message>
        <source>How much detail is stronger than any the copy needs at this scale (RMS)</source>
        <translation>Um wie viel Details stärker sind, als die Kopie sie auf dieser Stufe braucht (RMS)</translation>
    </message>
    <message>
        <source>Loss of the critic (discriminator D, WGAN): -mean D(real) + mean D(fake), without penalty</source>
        <translation>Verlust des Diskriminators (D, Critic des WGAN): -mean D(real) + mean D(fake), ohne Strafterm</translation>
    </message>
    <message>
        <source>Loss of the generator (adversarial part): -mean D(fake)</source>
        <translation>Verlust des Generators (adversarialer Teil): -mean D(fake)</translation>
    </message>
    <message>
        <source>How far the learned copy is from the picture (reconstruction RMSE, -1..1)</source>
        <translation>Wie weit die gelernte Kopie vom Bild entfernt ist (RMSE der Rekonstruktion, -1..1)</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>Abstand</translation>
    </message>
    <message>
        <source>Iterations, all scales</source>
        <translation>Iterationen, alle Stufen</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Hold it to see your work as coarse as the start receives it</source>
        <translation>Gedrückt halten, um Ihre Arbeit so grob zu sehen, wie der Anfang sie bekommt</translation>
    </message>
    <message>
        <source>Hold it, or the key {key}, to see your work as coarse as the start receives it</source>
        <translation>Gedrückt halten, oder die Taste {key}, um Ihre Arbeit so grob zu sehen, wie der Anfang sie bekommt</translation>
    </message>
    <message>
        <source>Pause and close</source>
        <translation>Pausieren und schließen</translation>
    </message>
</context>
<context>
    <name>MakerSwitch</name>
    <message>
        <source>What makes the pictures</source>
        <translation>Woraus die Bilder entstehen</translation>
    </message>
    <message>
        <source>Patches</source>
        <translation>Flicken</translation>
    </message>
    <message>
        <source>Learned</source>
        <translation>Gelernt</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>Gemacht aus</translation>
    </message>
    <message>
        <source>Takes seconds and keeps to the photo&apos;s own edges; nothing has to be learned</source>
        <translation>Dauert Sekunden und hält sich an die Kanten des Fotos; dafür muss nichts gelernt werden</translation>
    </message>
    <message>
        <source>Invents fine detail with a network that has to be learned once (SinGAN)</source>
        <translation>Erfindet feine Details mit einem Netz, das einmal gelernt werden muss (SinGAN)</translation>
    </message>
    <message>
        <source>Rearranges the photo&apos;s own patches (patch nearest neighbours); nothing has to be learned</source>
        <translation>Ordnet Flicken des Fotos selbst neu an (nächste Nachbarn von Patches); dafür muss nichts gelernt werden</translation>
    </message>
    <message>
        <source>Invents detail with the networks that learned this picture (SinGAN)</source>
        <translation>Erfindet Details mit den Netzen, die dieses Bild gelernt haben (SinGAN)</translation>
    </message>
    <message>
        <source>Can be chosen when the first scale is learned (SinGAN); learning begins with Ctrl+L</source>
        <translation>Wählbar, sobald die erste Stufe gelernt ist (SinGAN); Lernen beginnt mit Strg+L</translation>
    </message>
</context>
<context>
    <name>MarginHandles</name>
    <message>
        <source>Edge of the picture</source>
        <translation>Bildrand</translation>
    </message>
    <message>
        <source>Drag outwards to let the picture go on there</source>
        <translation>Nach außen ziehen, damit das Bild dort weitergeht</translation>
    </message>
</context>
<context>
    <name>MaterialPanel</name>
    <message>
        <source>Drop, paste or open a picture whose layout you like, or paint one.</source>
        <translation>Ein Bild, dessen Anordnung gefällt, hierher ziehen, einfügen oder öffnen – oder eine malen.</translation>
    </message>
    <message>
        <source>&amp;Layout picture…</source>
        <translation>Bild für die Anord&amp;nung…</translation>
    </message>
    <message>
        <source>Open a picture whose shapes are made of this picture&apos;s material</source>
        <translation>Öffnet ein Bild, dessen Formen aus dem Material dieses Bildes gemacht werden</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>Open &amp;recent</source>
        <translation>&amp;Zuletzt verwendet</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Learn</source>
        <translation>&amp;Lernen</translation>
    </message>
    <message>
        <source>&amp;Tool</source>
        <translation>&amp;Werkzeug</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Farbschema</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Dismiss (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
</context>
<context>
    <name>ModelBox</name>
    <message>
        <source>Learning the model</source>
        <translation>Das Modell wird gelernt</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Go on learning, {percent}% done</source>
        <translation>Weiterlernen, {percent} % fertig</translation>
    </message>
    <message>
        <source>Learn it</source>
        <translation>Lernen</translation>
    </message>
    <message>
        <source>{time} to go.</source>
        <translation>Noch {time}.</translation>
    </message>
    <message>
        <source>It can be learned when the picture itself is.</source>
        <translation>Es kann gelernt werden, wenn das Bild selbst gelernt ist.</translation>
    </message>
    <message>
        <source>It can be learned when the model that is being learned now is finished or paused.</source>
        <translation>Es kann gelernt werden, wenn das Modell, das gerade gelernt wird, fertig oder pausiert ist.</translation>
    </message>
    <message>
        <source>About {time} to go.</source>
        <translation>Noch etwa {time}.</translation>
    </message>
    <message>
        <source>Learning it takes about {time}, once.</source>
        <translation>Es zu lernen dauert etwa {time}, einmalig.</translation>
    </message>
</context>
<context>
    <name>Networks</name>
    <message>
        <source>Generator and critic: {layers} layers each, {channels} channels</source>
        <translation>Generator und Diskriminator: je {layers} Schichten, {channels} Kanäle</translation>
    </message>
    <message>
        <source>Generator: noise → picture</source>
        <translation>Generator: Rauschen → Bild</translation>
    </message>
    <message>
        <source>Critic: picture → how real</source>
        <translation>Diskriminator: Bild → wie echt</translation>
    </message>
</context>
<context>
    <name>NoiseRow</name>
    <message>
        <source>Noise of {name}</source>
        <translation>Zufall: {name}</translation>
    </message>
    <message>
        <source>How far chance goes here: 0% keeps the picture&apos;s own, 100% is usual</source>
        <translation>Wie weit der Zufall hier geht: 0 % lässt, was das Bild hat, 100 % ist üblich</translation>
    </message>
    <message>
        <source>Another seed for {name} alone</source>
        <translation>Nur für {name} ein anderer Startwert</translation>
    </message>
    <message>
        <source>Keep {name} as it is</source>
        <translation>{name} so lassen, wie es ist</translation>
    </message>
</context>
<context>
    <name>NoiseRows</name>
    <message>
        <source>Layout</source>
        <translation>Anordnung</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Grain</source>
        <translation>Körnung</translation>
    </message>
</context>
<context>
    <name>NumberField</name>
    <message>
        <source>{px} px at the size that is drawn</source>
        <translation>{px} px in der Größe, in der gezeichnet wird</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>Pasted picture</source>
        <translation>Eingefügtes Bild</translation>
    </message>
    <message>
        <source>Pause and close</source>
        <translation>Pausieren und schließen</translation>
    </message>
    <message>
        <source>Pause and open</source>
        <translation>Pausieren und öffnen</translation>
    </message>
</context>
<context>
    <name>PaintPanel</name>
    <message>
        <source>Painting in few colours needs a scale that is learned again; both models are kept.</source>
        <translation>Malen in wenigen Farben braucht eine neu gelernte Stufe; beide Modelle bleiben erhalten.</translation>
    </message>
    <message>
        <source>&amp;Paint on</source>
        <translation>&amp;Malen auf</translation>
    </message>
    <message>
        <source>What is painted on</source>
        <translation>Worauf gemalt wird</translation>
    </message>
    <message>
        <source>What lies under the paint</source>
        <translation>Was unter der Farbe liegt</translation>
    </message>
    <message>
        <source>The picture in few colours</source>
        <translation>Das Bild in wenigen Farben</translation>
    </message>
    <message>
        <source>The picture</source>
        <translation>Das Bild</translation>
    </message>
    <message>
        <source>Its commonest colour</source>
        <translation>Seine häufigste Farbe</translation>
    </message>
    <message>
        <source>The picture has no such colour.</source>
        <translation>Das Bild hat keine solche Farbe.</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>Verwenden</translation>
    </message>
    <message>
        <source>The nearest colour that the picture has: {name}</source>
        <translation>Die nächste Farbe im Bild: {name}</translation>
    </message>
</context>
<context>
    <name>Panes</name>
    <message>
        <source>Yours</source>
        <translation>Ihr Bild</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>Patches</source>
        <translation>Flicken</translation>
    </message>
    <message>
        <source>Learned</source>
        <translation>Gelernt</translation>
    </message>
    <message>
        <source>as {size}</source>
        <translation>als {size}</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>Beide</translation>
    </message>
    <message>
        <source>Wipe</source>
        <translation>Wischen</translation>
    </message>
    <message>
        <source>Hold it to see the original in place of the result</source>
        <translation>Halten, um das Original anstelle des Ergebnisses zu sehen</translation>
    </message>
    <message>
        <source>Hold it, or the key {key}, to see the original in place of the result</source>
        <translation>Halten, oder die Taste {key}, um das Original anstelle des Ergebnisses zu sehen</translation>
    </message>
    <message>
        <source>{picture}, learned at {size}</source>
        <translation>{picture}, gelernt mit {size}</translation>
    </message>
    <message>
        <source>{picture}, drawn at {size}</source>
        <translation>{picture}, gezeichnet mit {size}</translation>
    </message>
    <message>
        <source>Drawing…</source>
        <translation>Wird gezeichnet…</translation>
    </message>
    <message>
        <source>The result appears when you press Generate.</source>
        <translation>Das Ergebnis erscheint, wenn Sie „Erzeugen“ drücken.</translation>
    </message>
    <message>
        <source>The first picture appears when one more scale is learned.</source>
        <translation>Das erste Bild erscheint, sobald eine weitere Stufe gelernt ist.</translation>
    </message>
    <message>
        <source>The first picture appears when the coarsest scale is learned.</source>
        <translation>Das erste Bild erscheint, sobald die gröbste Stufe gelernt ist.</translation>
    </message>
    <message>
        <source>{name}, {width}×{height} so far</source>
        <translation>{name}, bisher {width}×{height}</translation>
    </message>
    <message>
        <source>{width}×{height} so far</source>
        <translation>bisher {width}×{height}</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>&amp;General</source>
        <translation>&amp;Allgemein</translation>
    </message>
    <message>
        <source>&amp;Shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
</context>
<context>
    <name>PresetButtons</name>
    <message>
        <source>Kinds of motion</source>
        <translation>Arten der Bewegung</translation>
    </message>
</context>
<context>
    <name>QueueList</name>
    <message>
        <source>Pictures in the queue</source>
        <translation>Bilder in der Warteschlange</translation>
    </message>
    <message>
        <source>Drop pictures or a folder of pictures here.</source>
        <translation>Bilder oder einen Ordner mit Bildern hierher ziehen.</translation>
    </message>
</context>
<context>
    <name>QueueWindow</name>
    <message>
        <source>Many pictures</source>
        <translation>Viele Bilder</translation>
    </message>
    <message>
        <source>&amp;Add pictures…</source>
        <translation>Bilder &amp;hinzufügen…</translation>
    </message>
    <message>
        <source>Add &amp;folder…</source>
        <translation>Ordner hin&amp;zufügen…</translation>
    </message>
    <message>
        <source>&amp;Choose…</source>
        <translation>&amp;Wählen…</translation>
    </message>
    <message>
        <source>&amp;Up</source>
        <translation>Nach &amp;oben</translation>
    </message>
    <message>
        <source>&amp;Down</source>
        <translation>Nach &amp;unten</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Re&amp;try failed</source>
        <translation>Fehler wiederho&amp;len</translation>
    </message>
    <message>
        <source>Clear d&amp;one</source>
        <translation>&amp;Fertige entfernen</translation>
    </message>
    <message>
        <source>What is done with each picture</source>
        <translation>Was mit jedem Bild geschieht</translation>
    </message>
    <message>
        <source>Variations of each picture</source>
        <translation>Variationen von jedem Bild</translation>
    </message>
    <message>
        <source>Learn: Draft</source>
        <translation>Lernen: Entwurf</translation>
    </message>
    <message>
        <source>Learn: Standard</source>
        <translation>Lernen: Standard</translation>
    </message>
    <message>
        <source>Learn: Faithful</source>
        <translation>Lernen: Getreu</translation>
    </message>
    <message>
        <source>Vary without learning</source>
        <translation>Variieren ohne zu lernen</translation>
    </message>
    <message>
        <source>&amp;With each:</source>
        <translation>Mit &amp;jedem:</translation>
    </message>
    <message>
        <source>Projects go to:</source>
        <translation>Projekte kommen nach:</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>Fo&amp;rtsetzen</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pausieren</translation>
    </message>
    <message numerus="yes">
        <source>%n variation(s)</source>
        <translation>
            <numerusform>%n Variation</numerusform>
            <numerusform>%n Variationen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecentList</name>
    <message>
        <source>Recent projects</source>
        <translation>Letzte Projekte</translation>
    </message>
    <message>
        <source>Recent project: {path}</source>
        <translation>Letztes Projekt: {path}</translation>
    </message>
    <message>
        <source>{done} of {scales} learned</source>
        <translation>{done} von {scales} gelernt</translation>
    </message>
</context>
<context>
    <name>ResultMenu</name>
    <message>
        <source>&amp;Use its settings</source>
        <translation>&amp;Einstellungen übernehmen</translation>
    </message>
    <message>
        <source>Go on with the tool, the parameters and the seed that made it</source>
        <translation>Mit Werkzeug, Einstellungen und Startwert weitermachen, aus denen es entstand</translation>
    </message>
    <message>
        <source>S&amp;tar</source>
        <translation>S&amp;tern</translation>
    </message>
    <message>
        <source>Mark it as a favourite, or remove the mark</source>
        <translation>Als Favorit markieren oder die Markierung entfernen</translation>
    </message>
    <message>
        <source>&amp;Copy picture</source>
        <translation>Bild &amp;kopieren</translation>
    </message>
    <message>
        <source>Put it into the clipboard, with its recipe</source>
        <translation>Mit seinem Rezept in die Zwischenablage legen</translation>
    </message>
    <message>
        <source>Copy as co&amp;mmand</source>
        <translation>Als &amp;Befehl kopieren</translation>
    </message>
    <message>
        <source>Put the command line that makes the same picture into the clipboard</source>
        <translation>Die Befehlszeile, die dasselbe Bild erzeugt, in die Zwischenablage legen</translation>
    </message>
    <message>
        <source>&amp;Learn as a new picture</source>
        <translation>Als neues Bild &amp;lernen</translation>
    </message>
    <message>
        <source>Begin a new project with it, beside this one</source>
        <translation>Ein neues Projekt damit beginnen, neben diesem</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>Remove it; this can be undone</source>
        <translation>Entfernen; das lässt sich rückgängig machen</translation>
    </message>
    <message>
        <source>U&amp;ndo delete</source>
        <translation>Löschen &amp;rückgängig</translation>
    </message>
    <message>
        <source>Bring back the result that was deleted last</source>
        <translation>Das zuletzt gelöschte Ergebnis zurückholen</translation>
    </message>
    <message>
        <source>&amp;Result</source>
        <translation>E&amp;rgebnis</translation>
    </message>
    <message>
        <source>Send t&amp;o another tool</source>
        <translation>An anderes Werkzeug &amp;geben</translation>
    </message>
    <message>
        <source>Go on with this picture in {tool}</source>
        <translation>Mit diesem Bild in {tool} weitermachen</translation>
    </message>
</context>
<context>
    <name>Results</name>
    <message>
        <source>#{number} damaged</source>
        <translation>#{number} beschädigt</translation>
    </message>
    <message>
        <source>Result #{number} cannot be read: {reason}</source>
        <translation>Ergebnis #{number} ist nicht lesbar: {reason}</translation>
    </message>
    <message>
        <source>{name}: seed {seed}, {size}</source>
        <translation>{name}: Startwert {seed}, {size}</translation>
    </message>
    <message>
        <source>, started from scale {start}</source>
        <translation>, begonnen bei Stufe {start}</translation>
    </message>
</context>
<context>
    <name>ResultsStrip</name>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>Mit Stern markieren</translation>
    </message>
    <message>
        <source>Delete (Del)</source>
        <translation>Löschen (Entf)</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Pictures you generate are kept here.</source>
        <translation>Erzeugte Bilder bleiben hier.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>No result is like that.</source>
        <translation>Kein Ergebnis passt dazu.</translation>
    </message>
    <message>
        <source>Show or hide the results</source>
        <translation>Die Ergebnisse zeigen oder verbergen</translation>
    </message>
    <message>
        <source>Results ({count})</source>
        <translation>Ergebnisse ({count})</translation>
    </message>
    <message>
        <source>Results ({shown} of {count})</source>
        <translation>Ergebnisse ({shown} von {count})</translation>
    </message>
    <message>
        <source>Remove the star</source>
        <translation>Stern entfernen</translation>
    </message>
</context>
<context>
    <name>RetargetPanel</name>
    <message>
        <source>Drag the right or lower edge of the result, or set its width and height. Paint over what must stay whole.</source>
        <translation>Den rechten oder unteren Rand des Ergebnisses ziehen oder Breite und Höhe einstellen. Übermalen, was ganz bleiben muss.</translation>
    </message>
    <message>
        <source>{before} become {after}.</source>
        <translation>Aus {before} werden {after}.</translation>
    </message>
</context>
<context>
    <name>Ruler</name>
    <message>
        <source>Frames</source>
        <translation>Einzelbilder</translation>
    </message>
    <message>
        <source>Frame {frame}, {seconds} s</source>
        <translation>Bild {frame}, {seconds} s</translation>
    </message>
    <message>
        <source>Drag to look through the film; with Shift to set what is looped</source>
        <translation>Ziehen, um den Film durchzusehen; mit Umschalt, um festzulegen, was wiederholt wird</translation>
    </message>
    <message>
        <source>Frame {frame} of {length}, {cached} at hand</source>
        <translation>Bild {frame} von {length}, {cached} vorrätig</translation>
    </message>
</context>
<context>
    <name>SampleGallery</name>
    <message>
        <source>Bundled pictures</source>
        <translation>Mitgelieferte Bilder</translation>
    </message>
</context>
<context>
    <name>SamplePanel</name>
    <message>
        <source>Select a part and drag it to its place, or pin it: it stays there, and the rest is invented around it.</source>
        <translation>Wählen Sie einen Teil aus und ziehen Sie ihn an seinen Platz, oder heften Sie ihn an: Er bleibt dort, und der Rest wird darum herum erfunden.</translation>
    </message>
</context>
<context>
    <name>Saving</name>
    <message>
        <source>{name} copy</source>
        <translation>{name} Kopie</translation>
    </message>
    <message>
        <source>{name} learning.gif</source>
        <translation>{name} lernen.gif</translation>
    </message>
    <message>
        <source>Saving the film…</source>
        <translation>Der Film wird gespeichert…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>ScaleAmounts</name>
    <message>
        <source>Motion per scale</source>
        <translation>Bewegung je Stufe</translation>
    </message>
    <message>
        <source>{width}×{height}</source>
        <translation>{width}×{height}</translation>
    </message>
</context>
<context>
    <name>SeedEdit</name>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Roll the dice</source>
        <translation>Würfeln</translation>
    </message>
    <message>
        <source>Roll the dice for another seed</source>
        <translation>Einen anderen Startwert würfeln</translation>
    </message>
    <message>
        <source>Keep the seed</source>
        <translation>Startwert behalten</translation>
    </message>
    <message>
        <source>The same seed and settings make the same picture again (random seed)</source>
        <translation>Gleicher Startwert und gleiche Einstellungen ergeben wieder dasselbe Bild (Anfangszustand des Zufalls)</translation>
    </message>
    <message>
        <source>The seed is kept; press to let it change</source>
        <translation>Der Startwert bleibt; drücken, damit er sich ändern darf</translation>
    </message>
    <message>
        <source>Keep this seed</source>
        <translation>Diesen Startwert behalten</translation>
    </message>
</context>
<context>
    <name>ShortcutList</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>&amp;Drucken…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>ShortcutsPage</name>
    <message>
        <source>&amp;Reset</source>
        <translation>&amp;Zurücksetzen</translation>
    </message>
    <message>
        <source>Reset &amp;all…</source>
        <translation>All&amp;e zurücksetzen…</translation>
    </message>
    <message>
        <source>Search a command or a key</source>
        <translation>Befehl oder Taste suchen</translation>
    </message>
    <message>
        <source>Set of shortcuts</source>
        <translation>Satz von Tastenkürzeln</translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation>Befehle und ihre Tasten</translation>
    </message>
    <message>
        <source>Key of the chosen command</source>
        <translation>Taste des gewählten Befehls</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Alle zurücksetzen</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Taste</translation>
    </message>
    <message>
        <source>S&amp;et</source>
        <translation>&amp;Satz</translation>
    </message>
    <message>
        <source>This key holds while the results have the focus.</source>
        <translation>Diese Taste gilt, solange die Ergebnisse den Fokus haben.</translation>
    </message>
    <message>
        <source>This key holds while the timeline has the focus.</source>
        <translation>Diese Taste gilt, solange die Zeitleiste den Fokus hat.</translation>
    </message>
    <message>
        <source>{key} is what fields, lists or the picture take for themselves.</source>
        <translation>{key} brauchen Felder, Listen oder das Bild selbst.</translation>
    </message>
    <message>
        <source>{key} opens the menu {menu}.</source>
        <translation>{key} öffnet das Menü {menu}.</translation>
    </message>
    <message>
        <source>{key} belongs to {command}, which would lose it.</source>
        <translation>{key} gehört zu {command} und ginge dort verloren.</translation>
    </message>
    <message>
        <source>Use {key} here</source>
        <translation>{key} hier verwenden</translation>
    </message>
    <message>
        <source>Give all commands the keys of the set again?</source>
        <translation>Allen Befehlen wieder die Tasten des Satzes geben?</translation>
    </message>
</context>
<context>
    <name>SizeField</name>
    <message>
        <source>Own size</source>
        <translation>Eigene Größe</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Höhe</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
</context>
<context>
    <name>SizeHandles</name>
    <message>
        <source>Size of the result</source>
        <translation>Größe des Ergebnisses</translation>
    </message>
    <message>
        <source>Drag to choose the size of the result</source>
        <translation>Ziehen, um die Größe des Ergebnisses zu wählen</translation>
    </message>
</context>
<context>
    <name>Stage</name>
    <message>
        <source>Animation</source>
        <translation>Animation</translation>
    </message>
    <message>
        <source>plays at {size}</source>
        <translation>läuft mit {size}</translation>
    </message>
    <message>
        <source>Things shimmer and drift; Flow lets water run.</source>
        <translation>Dinge flimmern und treiben; Wasser fließen lässt „Fließen“.</translation>
    </message>
    <message>
        <source>The first frames are being drawn.</source>
        <translation>Die ersten Bilder werden gezeichnet.</translation>
    </message>
    <message>
        <source>The picture moves as soon as the coarsest scale is learned.</source>
        <translation>Das Bild bewegt sich, sobald die gröbste Stufe gelernt ist.</translation>
    </message>
    <message>
        <source>Motion comes with learning the picture: press Learn.</source>
        <translation>Bewegung kommt mit dem Lernen des Bildes: auf „Lernen“ drücken.</translation>
    </message>
</context>
<context>
    <name>StartFrom</name>
    <message>
        <source>{meaning}, near the photo</source>
        <translation>{meaning}, nahe am Foto</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>Anordnung</translation>
    </message>
    <message>
        <source>Grain</source>
        <translation>Körnung</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Start page</source>
        <translation>Startseite</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>Letzte Projekte</translation>
    </message>
    <message>
        <source>Learned already: try everything at once</source>
        <translation>Schon gelernt: sofort alles ausprobieren</translation>
    </message>
    <message>
        <source>Or begin with one of these</source>
        <translation>Oder mit einem von diesen beginnen</translation>
    </message>
</context>
<context>
    <name>StartStrip</name>
    <message>
        <source>Start from</source>
        <translation>Beginnen bei</translation>
    </message>
    <message>
        <source>changes more</source>
        <translation>ändert mehr</translation>
    </message>
    <message>
        <source>changes less</source>
        <translation>ändert weniger</translation>
    </message>
    <message>
        <source>How much changes (start scale): further left the layout too, further right only texture</source>
        <translation>Wie viel sich ändert (Startstufe): weiter links auch die Anordnung, weiter rechts nur die Struktur</translation>
    </message>
    <message>
        <source>Start scale {scale}: {width}×{height} px</source>
        <translation>Startstufe {scale}: {width}×{height} px</translation>
    </message>
    <message>
        <source>{size}: with this tool start further right</source>
        <translation>{size}: mit diesem Werkzeug weiter rechts beginnen</translation>
    </message>
    <message>
        <source>{size}, learned in {remaining}</source>
        <translation>{size}, gelernt in {remaining}</translation>
    </message>
    <message>
        <source>{size}, not learned yet</source>
        <translation>{size}, noch nicht gelernt</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message numerus="yes">
        <source>%n picture(s) to come</source>
        <translation>
            <numerusform>noch %n Bild</numerusform>
            <numerusform>noch %n Bilder</numerusform>
        </translation>
    </message>
    <message>
        <source>Saving when it has its full size</source>
        <translation>Wird gespeichert, sobald es die volle Größe hat</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) getting full size</source>
        <translation>
            <numerusform>%n Bild erhält die volle Größe</numerusform>
            <numerusform>%n Bilder erhalten die volle Größe</numerusform>
        </translation>
    </message>
    <message>
        <source>Improving to Standard {scale}/{scales}</source>
        <translation>Verbessern zu Standard {scale}/{scales}</translation>
    </message>
    <message>
        <source>Learning one more model {scale}/{scales}</source>
        <translation>Lernt ein weiteres Modell {scale}/{scales}</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>What the studio is doing</source>
        <translation>Was das Studio gerade tut</translation>
    </message>
    <message>
        <source>Time left until everything is learned (estimated)</source>
        <translation>Restzeit, bis alles gelernt ist (geschätzt)</translation>
    </message>
    <message>
        <source>Device that learns and draws (torch.device)</source>
        <translation>Gerät, das lernt und zeichnet (torch.device)</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausieren</translation>
    </message>
    <message>
        <source>Go on learning where it stopped</source>
        <translation>Weiterlernen, wo es aufgehört hat</translation>
    </message>
    <message>
        <source>Stop learning for now; what is learned is kept and the memory is freed</source>
        <translation>Das Lernen vorerst pausieren; Gelerntes bleibt, der Speicher wird frei</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Show every scale while it is learned, and the losses</source>
        <translation>Jede Stufe beim Lernen zeigen, und die Verluste</translation>
    </message>
</context>
<context>
    <name>StillDialog</name>
    <message>
        <source>Quality</source>
        <translation>Qualität</translation>
    </message>
    <message>
        <source>Smaller files or better pictures; 100 is best</source>
        <translation>Kleinere Dateien oder bessere Bilder; 100 ist am besten</translation>
    </message>
    <message>
        <source>&amp;Keep the photo&apos;s EXIF</source>
        <translation>&amp;EXIF des Fotos behalten</translation>
    </message>
    <message>
        <source>Camera, settings and author go into the file, and also where and when the photo was taken</source>
        <translation>Kamera, Einstellungen und Urheber kommen in die Datei, und auch, wo und wann das Foto entstand</translation>
    </message>
    <message>
        <source>Nothing is known that the photo&apos;s camera noted</source>
        <translation>Von der Kamera des Fotos ist nichts bekannt</translation>
    </message>
    <message>
        <source>&amp;Quality:</source>
        <translation>&amp;Qualität:</translation>
    </message>
</context>
<context>
    <name>Swatches</name>
    <message>
        <source>The picture&apos;s colours</source>
        <translation>Die Farben des Bilds</translation>
    </message>
    <message>
        <source>Colour {name}</source>
        <translation>Farbe {name}</translation>
    </message>
    <message>
        <source>Paint with this colour of the picture</source>
        <translation>Mit dieser Farbe des Bilds malen</translation>
    </message>
</context>
<context>
    <name>TilePanel</name>
    <message>
        <source>&amp;Whole picture</source>
        <translation>&amp;Ganzes Bild</translation>
    </message>
    <message>
        <source>Make the tile from the whole picture again</source>
        <translation>Die Kachel wieder aus dem ganzen Bild machen</translation>
    </message>
    <message>
        <source>Show 3×3</source>
        <translation>3×3 zeigen</translation>
    </message>
    <message>
        <source>See the tile beside itself on all sides</source>
        <translation>Die Kachel auf allen Seiten neben sich selbst sehen</translation>
    </message>
    <message>
        <source>Move by half</source>
        <translation>Um die Hälfte verschieben</translation>
    </message>
    <message>
        <source>See where the tile meets itself in the middle</source>
        <translation>In der Mitte sehen, wo die Kachel an sich selbst stößt</translation>
    </message>
    <message>
        <source>Select what the tile is made from, or leave it at the whole picture.</source>
        <translation>Auswählen, woraus die Kachel gemacht wird, oder es beim ganzen Bild belassen.</translation>
    </message>
    <message>
        <source>The tile is made from {size} of the picture.</source>
        <translation>Die Kachel wird aus {size} des Bildes gemacht.</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Timeline</source>
        <translation>Zeitleiste</translation>
    </message>
    <message>
        <source>Layout motion</source>
        <translation>Bewegung der Anordnung</translation>
    </message>
    <message>
        <source>Detail motion</source>
        <translation>Bewegung der Details</translation>
    </message>
    <message>
        <source>The preview has room for {shown} frames and plays these; the file gets all {whole}.</source>
        <translation>Die Vorschau hat Platz für {shown} Bilder und spielt diese; die Datei bekommt alle {whole}.</translation>
    </message>
</context>
<context>
    <name>TimelineActions</name>
    <message>
        <source>&amp;Play</source>
        <translation>Ab&amp;spielen</translation>
    </message>
    <message>
        <source>Play, or stop</source>
        <translation>Abspielen oder pausieren</translation>
    </message>
    <message>
        <source>&amp;First frame</source>
        <translation>&amp;Erstes Bild</translation>
    </message>
    <message>
        <source>Go to the first frame</source>
        <translation>Zum ersten Bild gehen</translation>
    </message>
    <message>
        <source>P&amp;revious frame</source>
        <translation>&amp;Voriges Bild</translation>
    </message>
    <message>
        <source>Go back one frame</source>
        <translation>Ein Bild zurückgehen</translation>
    </message>
    <message>
        <source>&amp;Next frame</source>
        <translation>&amp;Nächstes Bild</translation>
    </message>
    <message>
        <source>Go on one frame</source>
        <translation>Ein Bild weitergehen</translation>
    </message>
    <message>
        <source>&amp;Last frame</source>
        <translation>&amp;Letztes Bild</translation>
    </message>
    <message>
        <source>Go to the last frame</source>
        <translation>Zum letzten Bild gehen</translation>
    </message>
    <message>
        <source>Play &amp;over and over</source>
        <translation>&amp;Endlos abspielen</translation>
    </message>
    <message>
        <source>Begin again at the end</source>
        <translation>Am Ende von vorn beginnen</translation>
    </message>
    <message>
        <source>&amp;Begin section here</source>
        <translation>Abschnitt hier &amp;beginnen</translation>
    </message>
    <message>
        <source>Play from this frame on</source>
        <translation>Ab diesem Bild abspielen</translation>
    </message>
    <message>
        <source>&amp;End section here</source>
        <translation>Abschnitt hier been&amp;den</translation>
    </message>
    <message>
        <source>Play up to this frame</source>
        <translation>Bis zu diesem Bild abspielen</translation>
    </message>
    <message>
        <source>&amp;Whole film</source>
        <translation>&amp;Ganzer Film</translation>
    </message>
    <message>
        <source>Play all of it</source>
        <translation>Alles abspielen</translation>
    </message>
    <message>
        <source>&amp;Add key</source>
        <translation>Keyframe &amp;hinzufügen</translation>
    </message>
    <message>
        <source>Add a key at the playhead</source>
        <translation>Fügt am Abspielkopf einen Keyframe hinzu</translation>
    </message>
    <message>
        <source>&amp;Delete keys</source>
        <translation>Keyframes &amp;löschen</translation>
    </message>
    <message>
        <source>Delete the chosen keys</source>
        <translation>Die gewählten Keyframes löschen</translation>
    </message>
    <message>
        <source>&amp;Copy keys</source>
        <translation>Keyframes &amp;kopieren</translation>
    </message>
    <message>
        <source>Copy the chosen keys</source>
        <translation>Die gewählten Keyframes kopieren</translation>
    </message>
    <message>
        <source>Pa&amp;ste keys</source>
        <translation>Keyframes &amp;einfügen</translation>
    </message>
    <message>
        <source>Put copied keys in at the playhead</source>
        <translation>Kopierte Keyframes am Abspielkopf einfügen</translation>
    </message>
    <message>
        <source>Pre&amp;vious key</source>
        <translation>&amp;Voriger Keyframe</translation>
    </message>
    <message>
        <source>Go to the key before and choose it</source>
        <translation>Geht zum vorigen Keyframe und wählt ihn</translation>
    </message>
    <message>
        <source>Ne&amp;xt key</source>
        <translation>&amp;Nächster Keyframe</translation>
    </message>
    <message>
        <source>Go to the next key and choose it</source>
        <translation>Geht zum nächsten Keyframe und wählt ihn</translation>
    </message>
    <message>
        <source>C&amp;hoose all keys</source>
        <translation>&amp;Alle Keyframes wählen</translation>
    </message>
    <message>
        <source>Choose every key of the track</source>
        <translation>Wählt jeden Keyframe der Spur</translation>
    </message>
    <message>
        <source>&amp;Soft or straight</source>
        <translation>&amp;Weich oder gerade</translation>
    </message>
    <message>
        <source>How the chosen keys go on to the next one</source>
        <translation>Wie es von den gewählten Keyframes zum nächsten geht</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Früher</translation>
    </message>
    <message>
        <source>Move the chosen keys back one frame</source>
        <translation>Die gewählten Keyframes ein Bild zurück verschieben</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>Move the chosen keys on one frame</source>
        <translation>Die gewählten Keyframes ein Bild weiter verschieben</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Raise the value of the chosen keys</source>
        <translation>Den Wert der gewählten Keyframes erhöhen</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>Weniger</translation>
    </message>
    <message>
        <source>Lower the value of the chosen keys</source>
        <translation>Den Wert der gewählten Keyframes senken</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>Take the last change back</source>
        <translation>Die letzte Änderung zurücknehmen</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>Make the change again that was taken back</source>
        <translation>Die zurückgenommene Änderung noch einmal machen</translation>
    </message>
</context>
<context>
    <name>ToolColumn</name>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
</context>
<context>
    <name>ToolPanel</name>
    <message>
        <source>S&amp;eed</source>
        <translation>S&amp;tartwert</translation>
    </message>
    <message>
        <source>&amp;How many</source>
        <translation>&amp;Wie viele</translation>
    </message>
    <message>
        <source>How many results to make</source>
        <translation>Wie viele Ergebnisse entstehen</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>Tour</source>
        <translation>Rundgang</translation>
    </message>
    <message>
        <source>These variations were made by themselves. Click one to see it large.</source>
        <translation>Diese Variationen sind von selbst entstanden. Ein Klick zeigt eine groß.</translation>
    </message>
    <message>
        <source>Paint, edit or paste something in: the picture follows every stroke. Nothing is learned.</source>
        <translation>Malen, bearbeiten oder etwas einfügen: Das Bild folgt jedem Strich. Gelernt werden muss nichts.</translation>
    </message>
    <message>
        <source>How much may change: a new layout on the left, only the texture on the right.</source>
        <translation>Wie viel sich ändern darf: links eine neue Anordnung, rechts nur die Textur.</translation>
    </message>
    <message>
        <source>Learning adds new detail, and motion. It takes a while, and you go on meanwhile.</source>
        <translation>Lernen bringt neue Details und Bewegung. Es dauert eine Weile; Sie können währenddessen weiterarbeiten.</translation>
    </message>
    <message>
        <source>Skip the tour</source>
        <translation>Rundgang überspringen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
</context>
<context>
    <name>TrackView</name>
    <message>
        <source>Add key</source>
        <translation>Keyframe hinzufügen</translation>
    </message>
    <message>
        <source>Delete keys</source>
        <translation>Keyframes löschen</translation>
    </message>
    <message>
        <source>Move keys</source>
        <translation>Keyframes verschieben</translation>
    </message>
    <message>
        <source>Change easing</source>
        <translation>Übergang ändern</translation>
    </message>
    <message>
        <source>Paste keys</source>
        <translation>Keyframes einfügen</translation>
    </message>
    <message numerus="yes">
        <source>%n key(s)</source>
        <translation>
            <numerusform>%n Keyframe</numerusform>
            <numerusform>%n Keyframes</numerusform>
        </translation>
    </message>
    <message>
        <source>Frame {frame}: {value}, eased</source>
        <translation>Bild {frame}: {value}, weich</translation>
    </message>
    <message>
        <source>Frame {frame}: {value}, linear</source>
        <translation>Bild {frame}: {value}, gerade</translation>
    </message>
    <message>
        <source>Double-click to add a key; drag keys to move them; 1 is the motion as it is set</source>
        <translation>Doppelklick fügt einen Keyframe hinzu, Ziehen verschiebt; 1 ist die eingestellte Bewegung</translation>
    </message>
</context>
<context>
    <name>Transport</name>
    <message>
        <source>Playing</source>
        <translation>Abspielen</translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s)</source>
        <translation>
            <numerusform>%n Bild</numerusform>
            <numerusform>%n Bilder</numerusform>
        </translation>
    </message>
    <message>
        <source>Length in frames</source>
        <translation>Länge in Einzelbildern</translation>
    </message>
    <message>
        <source>Speed in frames per second</source>
        <translation>Tempo in Bildern pro Sekunde</translation>
    </message>
    <message>
        <source> fps</source>
        <translation> B/s</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>{frame} of {length} · {seconds} of {duration} s</source>
        <translation>{frame} von {length} · {seconds} von {duration} s</translation>
    </message>
    <message>
        <source>drawing {count} of {length}</source>
        <translation>zeichnet {count} von {length}</translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s) dropped</source>
        <translation>
            <numerusform>%n Bild ausgelassen</numerusform>
            <numerusform>%n Bilder ausgelassen</numerusform>
        </translation>
    </message>
    <message>
        <source>true speed</source>
        <translation>echtes Tempo</translation>
    </message>
</context>
<context>
    <name>UpscalePanel</name>
    <message>
        <source>Learned detail needs one more model of this picture, which is kept in the project.</source>
        <translation>Gelernte Details brauchen ein weiteres Modell dieses Bildes, das im Projekt bleibt.</translation>
    </message>
    <message>
        <source>The picture itself</source>
        <translation>Das Bild selbst</translation>
    </message>
    <message>
        <source>Enlarge the picture that was learned, not a result</source>
        <translation>Das gelernte Bild vergrößern, kein Ergebnis</translation>
    </message>
    <message>
        <source>Enlarges the picture. Any result can be sent here from its menu.</source>
        <translation>Vergrößert das Bild. Jedes Ergebnis kann aus seinem Menü hierher gesendet werden.</translation>
    </message>
    <message>
        <source>Enlarges result #{number}.</source>
        <translation>Vergrößert Ergebnis #{number}.</translation>
    </message>
    <message>
        <source>Enlarges another picture.</source>
        <translation>Vergrößert ein anderes Bild.</translation>
    </message>
    <message>
        <source>{before} become {after}.</source>
        <translation>Aus {before} werden {after}.</translation>
    </message>
    <message>
        <source>It takes about {time} and {memory} MB of memory.</source>
        <translation>Das dauert etwa {time} und braucht {memory} MB Speicher.</translation>
    </message>
    <message>
        <source>It takes about {whole}: {learning} of learning, once, and then {time} and {memory} MB of memory.</source>
        <translation>Das dauert etwa {whole}: einmalig {learning} Lernen, danach {time} und {memory} MB Speicher.</translation>
    </message>
    <message>
        <source>A model has to be learned first, which takes long; then about {time}.</source>
        <translation>Zuerst muss ein Modell gelernt werden, was lange dauert; danach etwa {time}.</translation>
    </message>
</context>
<context>
    <name>ZoomView</name>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
</context>
<context>
    <name>canvas</name>
    <message>
        <source>Brush</source>
        <translation>Pinsel</translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation>Radiergummi</translation>
    </message>
    <message>
        <source>Sample from</source>
        <translation>Aufnehmen aus</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Verschieben</translation>
    </message>
    <message>
        <source>Fill</source>
        <translation>Füllen</translation>
    </message>
    <message>
        <source>Select</source>
        <translation>Auswählen</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplizieren</translation>
    </message>
    <message>
        <source>Transform</source>
        <translation>Transformieren</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Protect</source>
        <translation>Schützen</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>Freigeben</translation>
    </message>
    <message>
        <source>Moves</source>
        <translation>Bewegt sich</translation>
    </message>
    <message>
        <source>Stays</source>
        <translation>Bleibt stehen</translation>
    </message>
    <message>
        <source>Holds still</source>
        <translation>Hält still</translation>
    </message>
    <message>
        <source>Flows</source>
        <translation>Fließt</translation>
    </message>
    <message>
        <source>Everything moves</source>
        <translation>Alles bewegt sich</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Ausschneiden</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Flip</source>
        <translation>Spiegeln</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Anheften</translation>
    </message>
    <message>
        <source>Lift</source>
        <translation>Abheben</translation>
    </message>
    <message>
        <source>Grow the selection</source>
        <translation>Auswahl erweitern</translation>
    </message>
    <message>
        <source>Shrink the selection</source>
        <translation>Auswahl verkleinern</translation>
    </message>
    <message>
        <source>Feather the selection</source>
        <translation>Weiche Auswahlkante</translation>
    </message>
    <message>
        <source>Cut out</source>
        <translation>Ausschneiden</translation>
    </message>
    <message>
        <source>Go back to a result</source>
        <translation>Zurück zu einem Ergebnis</translation>
    </message>
    <message>
        <source>Patch</source>
        <translation>Ausbessern</translation>
    </message>
    <message>
        <source>Arrow</source>
        <translation>Pfeil</translation>
    </message>
    <message>
        <source>Change arrow</source>
        <translation>Pfeil ändern</translation>
    </message>
    <message>
        <source>Remove arrow</source>
        <translation>Pfeil entfernen</translation>
    </message>
    <message>
        <source>Remove all arrows</source>
        <translation>Alle Pfeile entfernen</translation>
    </message>
</context>
<context>
    <name>choices</name>
    <message>
        <source>Fit</source>
        <translation>Einpassen</translation>
    </message>
    <message>
        <source>Show all of it; the open picture stays visible beside it.</source>
        <translation>Alles zeigen; daneben bleibt das offene Bild zu sehen.</translation>
    </message>
    <message>
        <source>Fill</source>
        <translation>Füllen</translation>
    </message>
    <message>
        <source>Cover everything; what hangs over is cut off.</source>
        <translation>Alles bedecken; was übersteht, wird abgeschnitten.</translation>
    </message>
    <message>
        <source>Stretch</source>
        <translation>Strecken</translation>
    </message>
    <message>
        <source>Cover everything; the picture is distorted.</source>
        <translation>Alles bedecken; das Bild wird verzerrt.</translation>
    </message>
    <message>
        <source>This picture has another shape ({width}×{height} px). How is it brought in?</source>
        <translation>Dieses Bild hat eine andere Form ({width}×{height} px). Wie soll es hinein?</translation>
    </message>
</context>
<context>
    <name>commands</name>
    <message>
        <source>Other</source>
        <translation>Weitere</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitleiste</translation>
    </message>
</context>
<context>
    <name>dialogs</name>
    <message>
        <source>Pictures ({patterns})</source>
        <translation>Bilder ({patterns})</translation>
    </message>
    <message>
        <source>Projects and pictures ({patterns})</source>
        <translation>Projekte und Bilder ({patterns})</translation>
    </message>
    <message>
        <source>Choose a picture</source>
        <translation>Ein Bild wählen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Save the film of the learning</source>
        <translation>Film vom Lernen speichern</translation>
    </message>
    <message>
        <source>Save a copy of the project</source>
        <translation>Eine Kopie des Projekts speichern</translation>
    </message>
    <message>
        <source>SinGAN Studio projects ({patterns})</source>
        <translation>SinGAN-Studio-Projekte ({patterns})</translation>
    </message>
    <message>
        <source>Export animation</source>
        <translation>Animation exportieren</translation>
    </message>
    <message>
        <source>Still learning</source>
        <translation>Es wird noch gelernt</translation>
    </message>
    <message>
        <source>The picture is still being learned.</source>
        <translation>Das Bild wird noch gelernt.</translation>
    </message>
    <message>
        <source>What is learned so far is kept, and you can go on later.</source>
        <translation>Das bisher Gelernte bleibt, und es kann später weitergehen.</translation>
    </message>
    <message>
        <source>Keep learning</source>
        <translation>Weiterlernen</translation>
    </message>
    <message>
        <source>About SinGAN Studio</source>
        <translation>Über SinGAN Studio</translation>
    </message>
    <message>
        <source>Learns one picture and makes new ones of it.

Free software under the MIT licence. The method is that of SinGAN (Shaham, Dekel, Michaeli, ICCV 2019).</source>
        <translation>Lernt ein Bild und macht daraus neue.

Freie Software unter der MIT-Lizenz. Das Verfahren ist das von SinGAN (Shaham, Dekel, Michaeli, ICCV 2019).</translation>
    </message>
    <message>
        <source>Save result</source>
        <translation>Ergebnis speichern</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>No program here shows folders. This one is:</source>
        <translation>Hier zeigt kein Programm Ordner an. Dieser ist:</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>Pfad kopieren</translation>
    </message>
    <message>
        <source>Folder:</source>
        <translation>Ordner:</translation>
    </message>
    <message>
        <source>File &amp;name:</source>
        <translation>Datei&amp;name:</translation>
    </message>
    <message>
        <source>Kind of file:</source>
        <translation>Dateityp:</translation>
    </message>
    <message>
        <source>Choose pictures</source>
        <translation>Bilder wählen</translation>
    </message>
    <message>
        <source>Choose a folder of pictures</source>
        <translation>Ordner mit Bildern wählen</translation>
    </message>
    <message>
        <source>Folder for the projects</source>
        <translation>Ordner für die Projekte</translation>
    </message>
</context>
<context>
    <name>formats</name>
    <message>
        <source>GIF: plays everywhere</source>
        <translation>GIF: läuft überall</translation>
    </message>
    <message>
        <source>MP4: video for phones and messengers</source>
        <translation>MP4: Video für Telefone und Messenger</translation>
    </message>
    <message>
        <source>WebM: video for web pages</source>
        <translation>WebM: Video für Webseiten</translation>
    </message>
    <message>
        <source>WebP: small, for browsers</source>
        <translation>WebP: klein, für Browser</translation>
    </message>
    <message>
        <source>APNG: without loss, for browsers</source>
        <translation>APNG: verlustfrei, für Browser</translation>
    </message>
    <message>
        <source>PNG pictures: a folder, one per frame</source>
        <translation>PNG-Bilder: ein Ordner, eins je Einzelbild</translation>
    </message>
    <message>
        <source>PNG</source>
        <translation>PNG</translation>
    </message>
    <message>
        <source>JPEG: small, for photos</source>
        <translation>JPEG: klein, für Fotos</translation>
    </message>
</context>
<context>
    <name>messages</name>
    <message>
        <source>{field} is {value}; allowed is {allowed} ({unit}).</source>
        <translation>{field} ist {value}; erlaubt ist {allowed} ({unit}).</translation>
    </message>
    <message>
        <source>min_size is {min_size}, above max_size {max_size}; choose a smaller min_size.</source>
        <translation>min_size ist {min_size}, mehr als max_size {max_size}; wählen Sie ein kleineres min_size.</translation>
    </message>
    <message>
        <source>windows is {windows}; with batch norm it must be 1, for its statistics are of one picture.</source>
        <translation>windows ist {windows}; mit Batch-Norm muss es 1 sein, denn ihre Statistik gilt für ein Bild.</translation>
    </message>
    <message>
        <source>“{field}” is not a setting of this version.</source>
        <translation>„{field}“ ist keine Einstellung dieser Version.</translation>
    </message>
    <message>
        <source>The settings cannot be read: {reason}.</source>
        <translation>Die Einstellungen lassen sich nicht lesen: {reason}.</translation>
    </message>
    <message>
        <source>The recipe cannot be read: {reason}.</source>
        <translation>Das Rezept lässt sich nicht lesen: {reason}.</translation>
    </message>
    <message>
        <source>{path} exists; choose another name or use --force.</source>
        <translation>{path} gibt es schon; wählen Sie einen anderen Namen oder --force.</translation>
    </message>
    <message>
        <source>{path} is a folder; name a file.</source>
        <translation>{path} ist ein Ordner; nennen Sie eine Datei.</translation>
    </message>
    <message>
        <source>The folder {folder} does not exist; {path} cannot be written.</source>
        <translation>Den Ordner {folder} gibt es nicht; {path} kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>{path} cannot be written: {reason}.</source>
        <translation>{path} kann nicht geschrieben werden: {reason}.</translation>
    </message>
    <message>
        <source>{name} does not exist; name a picture file.</source>
        <translation>{name} gibt es nicht; nennen Sie eine Bilddatei.</translation>
    </message>
    <message>
        <source>{name} is a folder; name a picture file.</source>
        <translation>{name} ist ein Ordner; nennen Sie eine Bilddatei.</translation>
    </message>
    <message>
        <source>{name} is empty (0 bytes); choose another picture.</source>
        <translation>{name} ist leer (0 Byte); wählen Sie ein anderes Bild.</translation>
    </message>
    <message>
        <source>{name} cannot be read: {reason}.</source>
        <translation>{name} lässt sich nicht lesen: {reason}.</translation>
    </message>
    <message>
        <source>{name} is damaged or cut off ({reason}); get a whole copy of the picture.</source>
        <translation>{name} ist beschädigt oder abgeschnitten ({reason}); besorgen Sie eine vollständige Kopie des Bildes.</translation>
    </message>
    <message>
        <source>{name} has {width}x{height} px; at most {megapixels} megapixels are allowed, shrink it first.</source>
        <translation>{name} hat {width}x{height} px; höchstens {megapixels} Megapixel sind erlaubt, verkleinern Sie es zuerst.</translation>
    </message>
    <message>
        <source>There is not enough memory to read {name}; shrink it first.</source>
        <translation>Der Speicher reicht nicht, um {name} zu lesen; verkleinern Sie es zuerst.</translation>
    </message>
    <message>
        <source>The picture has {width}x{height} px; each side must have at least {low} px to be learned.</source>
        <translation>Das Bild hat {width}x{height} px; zum Lernen braucht jede Seite mindestens {low} px.</translation>
    </message>
    <message>
        <source>The picture has {width}x{height} px; one side may be at most {ratio} times the other, crop it first.</source>
        <translation>Das Bild hat {width}x{height} px; eine Seite darf höchstens {ratio}-mal so lang wie die andere sein, beschneiden Sie es zuerst.</translation>
    </message>
    <message>
        <source>The picture had {width}x{height} px; it was shrunk to {side} px on its longer side.</source>
        <translation>Das Bild hatte {width}x{height} px; es wurde auf {side} px der längeren Seite verkleinert.</translation>
    </message>
    <message>
        <source>The file holds several pictures; only the first one is used.</source>
        <translation>Die Datei enthält mehrere Bilder; nur das erste wird benutzt.</translation>
    </message>
    <message>
        <source>Transparent parts were filled with white.</source>
        <translation>Durchsichtige Stellen wurden weiß gefüllt.</translation>
    </message>
    <message>
        <source>Results are transparent where the picture is; JPEG pictures and MP4 films are on white.</source>
        <translation>Ergebnisse sind durchsichtig, wo das Bild es ist; JPEG-Bilder und MP4-Filme haben weißen Grund.</translation>
    </message>
    <message>
        <source>The picture&apos;s values, {low} to {high}, were stretched to black to white.</source>
        <translation>Die Werte des Bildes, {low} bis {high}, wurden auf Schwarz bis Weiß gespreizt.</translation>
    </message>
    <message>
        <source>The picture&apos;s colour profile does not fit it and was ignored; colours may be off.</source>
        <translation>Das Farbprofil passt nicht zum Bild und wurde übergangen; Farben können abweichen.</translation>
    </message>
    <message>
        <source>The picture is CMYK without a colour profile; its colours are a guess.</source>
        <translation>Das Bild ist CMYK ohne Farbprofil; seine Farben sind geschätzt.</translation>
    </message>
    <message>
        <source>{path} does not exist.</source>
        <translation>{path} gibt es nicht.</translation>
    </message>
    <message>
        <source>{path} is not a SinGAN Studio project.</source>
        <translation>{path} ist kein SinGAN-Studio-Projekt.</translation>
    </message>
    <message>
        <source>{path} was made by a newer SinGAN Studio (file version {version}, up to {known} is known here); update it.</source>
        <translation>{path} stammt von einem neueren SinGAN Studio (Dateiversion {version}, bekannt ist hier bis {known}); aktualisieren Sie es.</translation>
    </message>
    <message>
        <source>{path} was made by a newer SinGAN Studio (its setting “{field}” is not known here); update it.</source>
        <translation>{path} stammt von einem neueren SinGAN Studio (dessen Einstellung „{field}“ hier nicht bekannt ist); aktualisieren Sie es.</translation>
    </message>
    <message>
        <source>{path} has the older file version {version} and cannot be changed there; copy it to a folder of yours.</source>
        <translation>{path} hat die ältere Dateiversion {version} und lässt sich dort nicht ändern; kopieren Sie es in einen eigenen Ordner.</translation>
    </message>
    <message>
        <source>{path} is cut off: {size} of {expected} bytes are there. It was left as it is; copy it again.</source>
        <translation>{path} ist abgeschnitten: {size} von {expected} Byte sind da. Die Datei blieb, wie sie ist; kopieren Sie sie noch einmal.</translation>
    </message>
    <message>
        <source>{path} is damaged ({reason}). It was left as it is; use another copy of it.</source>
        <translation>{path} ist beschädigt ({reason}). Die Datei blieb, wie sie ist; nehmen Sie eine andere Kopie.</translation>
    </message>
    <message>
        <source>{path} cannot be read: {reason}.</source>
        <translation>{path} lässt sich nicht lesen: {reason}.</translation>
    </message>
    <message>
        <source>{path} was not closed properly, and its folder is read-only; copy it and the files beside it elsewhere.</source>
        <translation>{path} wurde nicht richtig geschlossen, und der Ordner ist schreibgeschützt; kopieren Sie es samt den Dateien daneben anderswohin.</translation>
    </message>
    <message>
        <source>{path} or its folder is read-only; copy it to a folder of yours first.</source>
        <translation>{path} oder sein Ordner ist schreibgeschützt; kopieren Sie es zuerst in einen eigenen Ordner.</translation>
    </message>
    <message>
        <source>{path} or its folder is read-only, so this is a copy: what you do is kept in {copy}.</source>
        <translation>{path} oder sein Ordner ist schreibgeschützt; dies ist deshalb eine Kopie: Was Sie tun, wird in {copy} behalten.</translation>
    </message>
    <message>
        <source>{path} is this project itself, and always saved; choose another name.</source>
        <translation>{path} ist dieses Projekt selbst und immer gespeichert; wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>{path} is open in another window or command; close it there first.</source>
        <translation>{path} ist in einem anderen Fenster oder Befehl offen; schließen Sie es dort zuerst.</translation>
    </message>
    <message>
        <source>The canvas of {tool} cannot be read ({reason}). It starts empty; nothing else is lost.</source>
        <translation>Was mit {tool} von Hand gemacht wurde, ist nicht lesbar ({reason}). Es beginnt von vorn; sonst geht nichts verloren.</translation>
    </message>
    <message>
        <source>{path} cannot be locked: {reason}.</source>
        <translation>{path} lässt sich nicht sperren: {reason}.</translation>
    </message>
    <message>
        <source>{path} was kept busy by another program for {seconds} s; try again.</source>
        <translation>{path} war {seconds} s lang von einem anderen Programm belegt; versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The disk is full; {path} was not written, what was saved before is kept. Free some space and try again.</source>
        <translation>Der Datenträger ist voll; {path} wurde nicht geschrieben, vorher Gespeichertes bleibt. Schaffen Sie Platz und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>{path} cannot be used: {reason}.</source>
        <translation>{path} lässt sich nicht benutzen: {reason}.</translation>
    </message>
    <message>
        <source>{path} is learned already; crop the picture in a new project.</source>
        <translation>{path} ist schon gelernt; beschneiden Sie das Bild in einem neuen Projekt.</translation>
    </message>
    <message>
        <source>There is no model {model} in {path}.</source>
        <translation>In {path} gibt es kein Modell {model}.</translation>
    </message>
    <message>
        <source>There is no result {result} in {path}.</source>
        <translation>In {path} gibt es kein Ergebnis {result}.</translation>
    </message>
    <message>
        <source>A picture that a result was made from is missing in {path} (SHA-256 {sha}).</source>
        <translation>In {path} fehlt ein Bild, aus dem ein Ergebnis entstand (SHA-256 {sha}).</translation>
    </message>
    <message>
        <source>Device {device} is not available here; allowed is {allowed}.</source>
        <translation>Das Gerät {device} ist hier nicht verfügbar; erlaubt ist {allowed}.</translation>
    </message>
    <message>
        <source>Out of memory on {device} at scale {scale}; finished scales are kept. Try a smaller size.</source>
        <translation>Der Speicher von {device} reichte bei Stufe {scale} nicht; fertige Stufen bleiben. Versuchen Sie eine kleinere Größe.</translation>
    </message>
    <message>
        <source>Memory ran out at scale {scale}. Learning goes on with less at a time: {windows} × {width}×{height} px.</source>
        <translation>Der Speicher reichte bei Stufe {scale} nicht. Es wird mit weniger auf einmal weitergelernt: {windows} × {width}×{height} px.</translation>
    </message>
    <message>
        <source>Learning stopped: {reason}. Finished scales are kept.</source>
        <translation>Das Lernen brach ab: {reason}. Fertige Stufen bleiben.</translation>
    </message>
    <message>
        <source>Learning went astray at scale {scale} (a loss is not a number); try another seed.</source>
        <translation>Das Lernen geriet bei Stufe {scale} auf Abwege (ein Verlust ist keine Zahl); versuchen Sie einen anderen Startwert.</translation>
    </message>
    <message>
        <source>The learned model in the project is damaged: {reason}.</source>
        <translation>Das gelernte Modell im Projekt ist beschädigt: {reason}.</translation>
    </message>
    <message>
        <source>The start scale is {value}; allowed is {allowed}.</source>
        <translation>Die Startstufe ist {value}; erlaubt ist {allowed}.</translation>
    </message>
    <message>
        <source>The size is {width}x{height}; allowed is {low}..{high} px on each side.</source>
        <translation>Die Größe ist {width}x{height}; erlaubt sind {low}..{high} px je Seite.</translation>
    </message>
    <message>
        <source>The keyframes are {value}; allowed are lists of keys by track: {allowed}.</source>
        <translation>Die Keyframes sind {value}; erlaubt sind Listen von Keyframes je Spur: {allowed}.</translation>
    </message>
    <message>
        <source>This needs {needed} learned scales, and {finished} is learned. Learn some more first.</source>
        <translation>Das braucht {needed} gelernte Stufen, gelernt ist {finished}. Lernen Sie zuerst weiter.</translation>
    </message>
    <message>
        <source>{path} has more than {limit} MB, and no such file is that long; choose another one.</source>
        <translation>{path} hat mehr als {limit} MB, und so lang ist keine solche Datei; wählen Sie eine andere.</translation>
    </message>
    <message>
        <source>{path} is a pipe or a device; name an ordinary file.</source>
        <translation>{path} ist eine Pipe oder ein Gerät; nennen Sie eine gewöhnliche Datei.</translation>
    </message>
    <message>
        <source>{path} is read by this command and would be replaced by its result; choose another name.</source>
        <translation>{path} wird von diesem Befehl gelesen und würde durch sein Ergebnis ersetzt; wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>The name of {path} is too long: at most {limit} bytes are allowed; choose a shorter one.</source>
        <translation>Der Name von {path} ist zu lang: erlaubt sind höchstens {limit} Bytes; wählen Sie einen kürzeren.</translation>
    </message>
    <message>
        <source>{name} is not a picture that can be read; allowed are PNG, JPEG, TIFF, WebP, HEIC, AVIF, GIF, BMP and PPM.</source>
        <translation>{name} ist kein lesbares Bild; erlaubt sind PNG, JPEG, TIFF, WebP, HEIC, AVIF, GIF, BMP und PPM.</translation>
    </message>
    <message>
        <source>{name} lacks its end: the missing part is grey. Get a whole copy if there is one.</source>
        <translation>{name} fehlt das Ende: Der fehlende Teil ist grau. Besorgen Sie eine vollständige Kopie, falls es eine gibt.</translation>
    </message>
    <message>
        <source>{path} is no name for a project; let it end in .singan.</source>
        <translation>{path} ist kein Name für ein Projekt; lassen Sie ihn auf .singan enden.</translation>
    </message>
    <message>
        <source>{path} is not a SinGAN Studio project, so no project may replace it; choose another name.</source>
        <translation>{path} ist kein Projekt von SinGAN Studio und wird darum durch keines ersetzt; wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>{path} is in use under another name; close it there first.</source>
        <translation>{path} ist unter einem anderen Namen in Gebrauch. Schließen Sie es dort zuerst.</translation>
    </message>
    <message>
        <source>{path} was moved, deleted or replaced while it was in use. Save a copy, or what was done since is lost.</source>
        <translation>{path} wurde während der Benutzung verschoben, gelöscht oder ersetzt. Speichern Sie eine Kopie, sonst geht verloren, was seitdem getan wurde.</translation>
    </message>
    <message>
        <source>{path} was moved, deleted or replaced while it was in use. Everything is kept in {copy}.</source>
        <translation>{path} wurde während der Benutzung verschoben, gelöscht oder ersetzt. Alles ist in {copy} gespeichert.</translation>
    </message>
    <message>
        <source>The settings of result #{result} cannot be read ({reason}). Everything else is there.</source>
        <translation>Die Einstellungen von Ergebnis #{result} sind nicht lesbar ({reason}). Alles andere ist da.</translation>
    </message>
    <message>
        <source>The mask is empty: nothing in it is opaque or bright. Mark the area that may change.</source>
        <translation>Die Maske ist leer: nichts darin ist deckend oder hell. Markieren Sie den Bereich, der sich ändern darf.</translation>
    </message>
    <message>
        <source>What the mask marks was cropped away when it was fitted ({how}); fit it in another way, or mark more.</source>
        <translation>Was die Maske markiert, wurde beim Anpassen ({how}) abgeschnitten; passen Sie sie anders an oder markieren Sie mehr.</translation>
    </message>
    <message>
        <source>{tool} needs one more model of this picture ({kind}); it is learned now and kept in the project.</source>
        <translation>{tool} braucht ein weiteres Modell dieses Bildes ({kind}); es wird jetzt gelernt und im Projekt behalten.</translation>
    </message>
    <message>
        <source>The result would have {width}x{height} px; allowed are {limit} px on the longer side: a factor of {allowed}.</source>
        <translation>Das Ergebnis hätte {width}x{height} px; erlaubt sind {limit} px auf der längeren Seite: ein Faktor von {allowed}.</translation>
    </message>
    <message>
        <source>{name} has {width}x{height} px, the original {wanted_width}x{wanted_height}; it was fitted ({how}).</source>
        <translation>{name} hat {width}x{height} px, das Original {wanted_width}x{wanted_height}; es wurde angepasst ({how}).</translation>
    </message>
    <message>
        <source>Nothing is learned yet; learn the picture first.</source>
        <translation>Es ist noch nichts gelernt; lernen Sie zuerst das Bild.</translation>
    </message>
    <message>
        <source>The {role} process ended by itself ({reason}). Finished scales are kept; details are in {log}.</source>
        <translation>Der Prozess „{role}“ endete von selbst ({reason}). Fertige Stufen bleiben; Einzelheiten stehen in {log}.</translation>
    </message>
    <message>
        <source>The {role} process was ended: {reason}. Finished scales are kept; details are in {log}.</source>
        <translation>Der Prozess „{role}“ wurde beendet: {reason}. Fertige Stufen bleiben; Einzelheiten stehen in {log}.</translation>
    </message>
    <message>
        <source>The {role} process was ended: {reason}. Finished scales are kept.</source>
        <translation>Der Prozess „{role}“ wurde beendet: {reason}. Fertige Stufen bleiben.</translation>
    </message>
    <message>
        <source>The {role} process does not fit this program ({reason}); restart SinGAN Studio.</source>
        <translation>Der Prozess „{role}“ passt nicht zu diesem Programm ({reason}); starten Sie SinGAN Studio neu.</translation>
    </message>
    <message>
        <source>The {role} process could not be started: {reason}. Close other programs and try again.</source>
        <translation>Der Prozess „{role}“ ließ sich nicht starten: {reason}. Schließen Sie andere Programme und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The picture was cancelled.</source>
        <translation>Das Bild wurde abgebrochen.</translation>
    </message>
    <message>
        <source>No project is open; open one first.</source>
        <translation>Es ist kein Projekt offen; öffnen Sie zuerst eines.</translation>
    </message>
    <message>
        <source>Out of memory on {device}; the picture was not made. Try a smaller size.</source>
        <translation>Der Speicher von {device} reichte nicht; das Bild wurde nicht gemacht. Versuchen Sie eine kleinere Größe.</translation>
    </message>
    <message>
        <source>The picture could not be made: {reason}.</source>
        <translation>Das Bild konnte nicht gemacht werden: {reason}.</translation>
    </message>
    <message>
        <source>Too little of the picture is left to take patches from; exclude less of it.</source>
        <translation>Vom Bild bleibt zu wenig übrig, um daraus Stücke zu nehmen; schließen Sie weniger davon aus.</translation>
    </message>
    <message>
        <source>{tool} needs a learned model: the picture must be learned first.</source>
        <translation>{tool} braucht ein gelerntes Modell: Das Bild muss zuerst gelernt werden.</translation>
    </message>
    <message>
        <source>The recipe needs {value} scales; this model has finished {finished}.</source>
        <translation>Das Rezept braucht {value} Stufen; dieses Modell hat {finished} fertig.</translation>
    </message>
    <message>
        <source>“{name}” is not a tool of this version; it has {allowed}.</source>
        <translation>„{name}“ ist kein Werkzeug dieser Version; es gibt {allowed}.</translation>
    </message>
    <message>
        <source>{tool} has no parameter “{name}”; it has {allowed}.</source>
        <translation>{tool} hat keinen Parameter „{name}“; es gibt {allowed}.</translation>
    </message>
    <message>
        <source>There is no keyframe track “{name}”; allowed is {allowed}.</source>
        <translation>Es gibt keine Keyframe-Spur „{name}“; erlaubt ist {allowed}.</translation>
    </message>
    <message>
        <source>In the track {name} is {value}; allowed are keys of frame, value and ease (or without).</source>
        <translation>In der Spur {name} steht {value}; erlaubt sind Keyframes aus frame, value und ease (oder ohne).</translation>
    </message>
    <message>
        <source>The track {name} has two keys at frame {frame}; leave one of them out.</source>
        <translation>Die Spur {name} hat zwei Keyframes bei Bild {frame}; lassen Sie einen davon weg.</translation>
    </message>
    <message>
        <source>Nothing flows yet: give at least one arrow, x,y,dx,dy in pixels of the picture.</source>
        <translation>Noch fließt nichts: Mindestens ein Pfeil ist nötig, x,y,dx,dy in Pixeln des Bildes.</translation>
    </message>
    <message>
        <source>Something unexpected happened ({reason}). Help &gt; Logs holds the details for a report.</source>
        <translation>Etwas Unerwartetes ist passiert ({reason}). Unter Hilfe &gt; Protokolle steht, was ein Bericht braucht.</translation>
    </message>
    <message>
        <source>The change of the canvas failed and was taken back ({reason}); Help &gt; Logs holds the details.</source>
        <translation>Die Änderung auf der Leinwand ist fehlgeschlagen und wurde zurückgenommen ({reason}); unter Hilfe &gt; Protokolle stehen Einzelheiten.</translation>
    </message>
    <message>
        <source>The user guide is not part of this installation. Every command says what it does in the last line.</source>
        <translation>Das Handbuch gehört nicht zu dieser Installation. Was ein Befehl tut, steht in der untersten Zeile.</translation>
    </message>
    <message>
        <source>The hole is filled roughly. Fill invents what could be there from the rest of the picture.</source>
        <translation>Das Loch ist grob gefüllt. „Füllen“ erfindet aus dem übrigen Bild, was dort sein könnte.</translation>
    </message>
    <message>
        <source>{count} more dropped: {name} is the next. This project is saved and stays in the list.</source>
        <translation>{count} weitere abgelegt: {name} ist das nächste. Dieses Projekt ist gespeichert und bleibt in der Liste.</translation>
    </message>
    <message>
        <source>The clipboard holds no picture; copy a picture or a picture file first.</source>
        <translation>In der Zwischenablage ist kein Bild; kopieren Sie zuerst ein Bild oder eine Bilddatei.</translation>
    </message>
    <message>
        <source>The settings come from another model: the same seed and parameters make another picture with this one.</source>
        <translation>Die Einstellungen stammen von einem anderen Modell: Derselbe Startwert und dieselben Einstellungen ergeben mit diesem ein anderes Bild.</translation>
    </message>
    <message>
        <source>The draft is learned. It can be improved to Standard in the background; it stays in use meanwhile.</source>
        <translation>Der Entwurf ist gelernt. Er lässt sich im Hintergrund zu Standard verbessern und bleibt dabei in Gebrauch.</translation>
    </message>
    <message>
        <source>The improved model is ready and in use now.</source>
        <translation>Das verbesserte Modell ist fertig und jetzt in Gebrauch.</translation>
    </message>
    <message>
        <source>There is no film of this model: it was learned without the window. Learn it again to get one.</source>
        <translation>Von diesem Modell gibt es keinen Film: Es wurde ohne das Fenster gelernt. Neu lernen, um einen zu bekommen.</translation>
    </message>
    <message>
        <source>Result #{result} is deleted.</source>
        <translation>Ergebnis #{result} ist gelöscht.</translation>
    </message>
    <message>
        <source>Copied: {command}</source>
        <translation>Kopiert: {command}</translation>
    </message>
    <message>
        <source>Result #{result} is in the clipboard.</source>
        <translation>Ergebnis #{result} ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>Saved {path}</source>
        <translation>{path} gespeichert</translation>
    </message>
    <message>
        <source>No project is open; open a picture first.</source>
        <translation>Es ist kein Projekt offen; öffnen Sie zuerst ein Bild.</translation>
    </message>
    <message>
        <source>{folder} already holds {count} projects named {name}; move some of them away.</source>
        <translation>{folder} enthält schon {count} Projekte namens {name}; verschieben Sie einige davon.</translation>
    </message>
    <message>
        <source>There is no room for the frames of the film: {reason}. Free some space and try again.</source>
        <translation>Für die Einzelbilder des Films fehlt der Platz: {reason}. Schaffen Sie etwas Platz und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>{path} does not end as a film does; allowed is {allowed}, or --format png for a folder of pictures.</source>
        <translation>{path} endet nicht wie ein Film; erlaubt ist {allowed}, oder --format png für einen Ordner mit Bildern.</translation>
    </message>
    <message>
        <source>The encoder ffmpeg is missing; install the package imageio-ffmpeg again.</source>
        <translation>Der Encoder ffmpeg fehlt; installieren Sie das Paket imageio-ffmpeg neu.</translation>
    </message>
    <message>
        <source>A film in the format {format} cannot play {wanted} frames a second; this one plays {fps}.</source>
        <translation>Ein Film im Format {format} kann nicht {wanted} Bilder in der Sekunde zeigen; dieser zeigt {fps}.</translation>
    </message>
    <message>
        <source>A film in this format cannot be transparent: it is on white.</source>
        <translation>Ein Film in diesem Format kann nicht durchsichtig sein: Er hat weißen Grund.</translation>
    </message>
    <message>
        <source>A pixel in this format is transparent or not: edges are hard.</source>
        <translation>Ein Pixel ist in diesem Format ganz oder gar nicht durchsichtig: Kanten sind hart.</translation>
    </message>
    <message>
        <source>{path} does not fit the format {format}; allowed is {allowed}.</source>
        <translation>{path} passt nicht zum Format {format}; erlaubt ist {allowed}.</translation>
    </message>
    <message>
        <source>This ffmpeg has no encoder {name}; choose another format or install imageio-ffmpeg again.</source>
        <translation>Diesem ffmpeg fehlt der Encoder {name}; wählen Sie ein anderes Format oder installieren Sie imageio-ffmpeg neu.</translation>
    </message>
    <message>
        <source>The disk is full; the film was not written. Free some space and try again.</source>
        <translation>Der Datenträger ist voll; der Film wurde nicht geschrieben. Schaffen Sie etwas Platz und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>There are no frames to write; ask for at least one.</source>
        <translation>Es gibt keine Einzelbilder zu schreiben; verlangen Sie mindestens eines.</translation>
    </message>
    <message>
        <source>The film cannot be written: {reason}.</source>
        <translation>Der Film kann nicht geschrieben werden: {reason}.</translation>
    </message>
    <message>
        <source>The output cannot be written: {reason}. What is finished is kept.</source>
        <translation>Die Ausgabe kann nicht geschrieben werden: {reason}. Was fertig ist, bleibt erhalten.</translation>
    </message>
    <message>
        <source>{reason}; singan-studio -h shows what is allowed.</source>
        <translation>{reason}; singan-studio -h zeigt, was erlaubt ist.</translation>
    </message>
    <message>
        <source>Something unexpected happened ({reason}); details are in {log}.</source>
        <translation>Etwas Unerwartetes ist passiert ({reason}); Einzelheiten stehen in {log}.</translation>
    </message>
    <message>
        <source>There is no display, so {path} is learned here, without the window.</source>
        <translation>Es gibt keine Anzeige, darum wird {path} hier ohne Fenster gelernt.</translation>
    </message>
    <message>
        <source>The window cannot open ({reason}); the commands work without it, see singan-studio -h.</source>
        <translation>Das Fenster kann nicht aufgehen ({reason}); die Befehle gehen auch ohne, siehe singan-studio -h.</translation>
    </message>
    <message>
        <source>{path} is a file; name a folder.</source>
        <translation>{path} ist eine Datei; nennen Sie einen Ordner.</translation>
    </message>
    <message>
        <source>The folder {path} is not empty; choose another name.</source>
        <translation>Der Ordner {path} ist nicht leer; wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>{first} and {second} exclude each other; give one of them.</source>
        <translation>{first} und {second} schließen sich aus; geben Sie nur eines davon an.</translation>
    </message>
    <message>
        <source>{field} is {value}; allowed is WIDTHxHEIGHT in px, for instance 300x200.</source>
        <translation>{field} ist {value}; erlaubt ist BREITExHÖHE in px, etwa 300x200.</translation>
    </message>
    <message>
        <source>{field} is {path}, which cannot be read as JSON: {reason}.</source>
        <translation>{field} ist {path}; die Datei lässt sich nicht als JSON lesen: {reason}.</translation>
    </message>
    <message>
        <source>The photo&apos;s camera noted nothing that could be kept, or the project was made without it.</source>
        <translation>Die Kamera des Fotos hat nichts vermerkt, was sich behalten ließe, oder das Projekt entstand ohne diese Angaben.</translation>
    </message>
    <message>
        <source>{path} does not end in {allowed}; the result is a picture.</source>
        <translation>{path} endet nicht auf {allowed}; das Ergebnis ist ein Bild.</translation>
    </message>
    <message>
        <source>{path} does not exist, so there is nothing to resume; leave --resume out.</source>
        <translation>{path} gibt es nicht, es gibt also nichts fortzusetzen; lassen Sie --resume weg.</translation>
    </message>
    <message>
        <source>{image} is not there; learning goes on with the picture in {path}.</source>
        <translation>{image} ist nicht da; gelernt wird mit dem Bild in {path} weiter.</translation>
    </message>
    <message>
        <source>{image} is not the picture that {path} learns; give that one, or another project name.</source>
        <translation>{image} ist nicht das Bild, das {path} lernt; geben Sie dieses an oder einen anderen Projektnamen.</translation>
    </message>
    <message>
        <source>{field} is {value}, but {path} was begun with {begun}; leave the option out to go on.</source>
        <translation>{field} ist {value}, aber {path} wurde mit {begun} begonnen; lassen Sie die Option weg, um weiterzumachen.</translation>
    </message>
    <message>
        <source>{path} holds no recipe; only pictures and films made by this program can be made again.</source>
        <translation>{path} enthält kein Rezept; nur Bilder und Filme dieses Programms lassen sich noch einmal machen.</translation>
    </message>
    <message>
        <source>The project that made {path} was not found; name it with --project.</source>
        <translation>Das Projekt, aus dem {path} stammt, wurde nicht gefunden; nennen Sie es mit --project.</translation>
    </message>
    <message>
        <source>{project} does not hold the model that made {path}; name another one with --project.</source>
        <translation>{project} enthält nicht das Modell, aus dem {path} stammt; nennen Sie ein anderes mit --project.</translation>
    </message>
    <message>
        <source>{field} was not used: it needs --model {model}.</source>
        <translation>{field} wurde nicht verwendet: Dafür ist --model {model} nötig.</translation>
    </message>
    <message>
        <source>--pin {value} lies outside the {width}x{height} px.</source>
        <translation>--pin {value} liegt außerhalb der {width}x{height} px.</translation>
    </message>
    <message>
        <source>Name the {name} that {path} was made with by --input.</source>
        <translation>Nennen Sie mit --input die Datei zu {name}, mit der {path} entstanden ist.</translation>
    </message>
    <message>
        <source>{path} was no input of this result.</source>
        <translation>{path} wurde für dieses Ergebnis nicht verwendet.</translation>
    </message>
    <message>
        <source>The picture was made with {name} {before}, now it is {after}; single bits may differ.</source>
        <translation>Das Bild entstand mit {name} {before}, jetzt ist es {after}; einzelne Bits können abweichen.</translation>
    </message>
    <message>
        <source>{path} is not a folder; name the folder of the pictures first and the options after it.</source>
        <translation>{path} ist kein Ordner; nennen Sie zuerst den Ordner mit den Bildern und danach die Optionen.</translation>
    </message>
    <message>
        <source>{path} is the folder of the pictures; choose another one for the results.</source>
        <translation>{path} ist der Ordner mit den Bildern; wählen Sie für die Ergebnisse einen anderen.</translation>
    </message>
    <message>
        <source>{folder} holds nothing to work on; allowed are files that end in {allowed}.</source>
        <translation>{folder} enthält nichts zu bearbeiten; erlaubt sind Dateien mit den Endungen {allowed}.</translation>
    </message>
    <message>
        <source>The results in {folder} were made with other settings ({changes}); choose another folder, or make all again with --force.</source>
        <translation>Die Ergebnisse in {folder} entstanden mit anderen Einstellungen ({changes}); wählen Sie einen anderen Ordner, oder erzeugen Sie mit --force alles neu.</translation>
    </message>
    <message>
        <source>A batch goes on by itself where it stopped; leave --resume out.</source>
        <translation>Eine Stapelverarbeitung fährt von selbst dort fort, wo sie aufgehört hat; lassen Sie --resume weg.</translation>
    </message>
    <message>
        <source>The process that worked on it ended suddenly (code {code}); memory may have run out.</source>
        <translation>Der Prozess, der daran arbeitete, endete plötzlich (Code {code}); vielleicht reichte der Speicher nicht.</translation>
    </message>
    <message>
        <source>The workers of the cluster could not finish it: {reason}.</source>
        <translation>Die Rechner des Clusters konnten es nicht fertigstellen: {reason}.</translation>
    </message>
    <message>
        <source>--cluster needs Dask distributed, which is not installed: pip install &apos;singan-studio[cluster]&apos;</source>
        <translation>--cluster braucht Dask distributed, das nicht installiert ist: pip install &apos;singan-studio[cluster]&apos;</translation>
    </message>
    <message>
        <source>No cluster answers at {address}: {reason}.</source>
        <translation>Unter {address} antwortet kein Cluster: {reason}.</translation>
    </message>
    <message>
        <source>The results are not kept in the project, only as files: {reason}.</source>
        <translation>Die Ergebnisse werden nicht im Projekt behalten, nur als Dateien: {reason}.</translation>
    </message>
    <message>
        <source>Another window of the studio has the queue; add the pictures there.</source>
        <translation>Ein anderes Fenster des Studios hat die Warteschlange; fügen Sie die Bilder dort hinzu.</translation>
    </message>
    <message>
        <source>This learned model cannot hold pins: add --model patches.</source>
        <translation>Dieses gelernte Modell kann nichts festhalten: Ergänzen Sie --model patches.</translation>
    </message>
    <message>
        <source>No pictures are among these files.</source>
        <translation>Unter diesen Dateien sind keine Bilder.</translation>
    </message>
    <message>
        <source>The queue is through: {done} pictures done, {failed} failed.</source>
        <translation>Die Warteschlange ist abgearbeitet: {done} Bilder fertig, {failed} fehlgeschlagen.</translation>
    </message>
</context>
<context>
    <name>queue</name>
    <message>
        <source>Done: {project}</source>
        <translation>Fertig: {project}</translation>
    </message>
    <message>
        <source>Waiting, {percent}% is done</source>
        <translation>Wartet, {percent} % sind fertig</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Drawing variations</source>
        <translation>Zeichnet Variationen</translation>
    </message>
    <message>
        <source>Beginning</source>
        <translation>Beginnt</translation>
    </message>
    <message>
        <source>Learning, scale {scale} of {scales}</source>
        <translation>Lernt, Stufe {scale} von {scales}</translation>
    </message>
    <message>
        <source>{done} of {total} done</source>
        <translation>{done} von {total} fertig</translation>
    </message>
    <message>
        <source>{count} failed</source>
        <translation>{count} fehlgeschlagen</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>pausiert</translation>
    </message>
    <message>
        <source>waits until the open picture is learned</source>
        <translation>wartet, bis das offene Bild gelernt ist</translation>
    </message>
</context>
<context>
    <name>samples</name>
    <message>
        <source>Autumn mountain</source>
        <translation>Herbstlicher Berg</translation>
    </message>
    <message>
        <source>Blue flowers</source>
        <translation>Blaue Blumen</translation>
    </message>
    <message>
        <source>Citrus fruits</source>
        <translation>Zitrusfrüchte</translation>
    </message>
    <message>
        <source>City skyline</source>
        <translation>Stadtsilhouette</translation>
    </message>
    <message>
        <source>Dandelions</source>
        <translation>Pusteblumen</translation>
    </message>
    <message>
        <source>Desert dune</source>
        <translation>Wüstendüne</translation>
    </message>
    <message>
        <source>Galaxies</source>
        <translation>Galaxien</translation>
    </message>
    <message>
        <source>Gravel</source>
        <translation>Kies</translation>
    </message>
    <message>
        <source>Mountain lake</source>
        <translation>Bergsee</translation>
    </message>
    <message>
        <source>Ocean waves</source>
        <translation>Meereswellen</translation>
    </message>
    <message>
        <source>Tea hills</source>
        <translation>Teehügel</translation>
    </message>
    <message>
        <source>Tulips</source>
        <translation>Tulpen</translation>
    </message>
</context>
<context>
    <name>shortcutList</name>
    <message>
        <source>Move the picture</source>
        <translation>Bild verschieben</translation>
    </message>
    <message>
        <source>Space or middle button, and drag</source>
        <translation>Leertaste oder mittlere Maustaste, und ziehen</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoomen</translation>
    </message>
    <message>
        <source>Wheel; + and −</source>
        <translation>Mausrad; + und −</translation>
    </message>
    <message>
        <source>Take a colour with the brush</source>
        <translation>Mit dem Pinsel eine Farbe nehmen</translation>
    </message>
    <message>
        <source>Alt or Ctrl, and click</source>
        <translation>Alt oder Strg, und klicken</translation>
    </message>
    <message>
        <source>Paint a straight line</source>
        <translation>Eine gerade Linie malen</translation>
    </message>
    <message>
        <source>Shift, and click</source>
        <translation>Umschalt, und klicken</translation>
    </message>
    <message>
        <source>Apply or give up a transform</source>
        <translation>Eine Transformation anwenden oder aufgeben</translation>
    </message>
    <message>
        <source>Enter or Esc</source>
        <translation>Eingabe oder Esc</translation>
    </message>
    <message>
        <source>On the picture</source>
        <translation>Auf dem Bild</translation>
    </message>
</context>
<context>
    <name>stops</name>
    <message>
        <source>New layout</source>
        <translation>Neue Anordnung</translation>
    </message>
    <message>
        <source>Changes much</source>
        <translation>Ändert viel</translation>
    </message>
    <message>
        <source>Changes some</source>
        <translation>Ändert einiges</translation>
    </message>
    <message>
        <source>Changes a little</source>
        <translation>Ändert wenig</translation>
    </message>
    <message>
        <source>Keeps the shapes</source>
        <translation>Behält die Formen</translation>
    </message>
    <message>
        <source>Changes only texture</source>
        <translation>Ändert nur die Struktur</translation>
    </message>
    <message>
        <source>Changes only detail</source>
        <translation>Ändert nur Details</translation>
    </message>
</context>
<context>
    <name>tools</name>
    <message>
        <source>Variations</source>
        <translation>Variationen</translation>
    </message>
    <message>
        <source>Make new pictures that look like yours.</source>
        <translation>Neue Bilder machen, die aussehen wie Ihres.</translation>
    </message>
    <message>
        <source>Start from</source>
        <translation>Beginnen bei</translation>
    </message>
    <message>
        <source>Stop where chance begins: 0 makes a new layout, later ones keep more and more of the picture.</source>
        <translation>Stufe, bei der der Zufall beginnt: 0 macht eine neue Anordnung, spätere behalten immer mehr vom Bild.</translation>
    </message>
    <message>
        <source>Width and height of the result; the usual size if not given.</source>
        <translation>Breite und Höhe des Ergebnisses; ohne Angabe die übliche Größe.</translation>
    </message>
    <message>
        <source>How different</source>
        <translation>Wie anders</translation>
    </message>
    <message>
        <source>Low values stay near the picture, high ones move everything to another place.</source>
        <translation>Kleine Werte bleiben nahe am Bild, große versetzen alles an einen anderen Ort.</translation>
    </message>
    <message>
        <source>Keep places</source>
        <translation>Plätze behalten</translation>
    </message>
    <message>
        <source>How firmly things stay at their height, as the sky above the land; -1 is as suits the picture.</source>
        <translation>Wie fest die Dinge auf ihrer Höhe bleiben, wie der Himmel über dem Land; -1 richtet sich nach dem Bild.</translation>
    </message>
    <message>
        <source>As suits</source>
        <translation>Passend zum Bild</translation>
    </message>
    <message>
        <source>Pinned parts</source>
        <translation>Angeheftete Teile</translation>
    </message>
    <message>
        <source>Part of the picture, and where its upper left corner is in every result; can be repeated.</source>
        <translation>Teil des Bildes, und wo seine linke obere Ecke in jedem Ergebnis liegt; mehrfach möglich.</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Tileable</source>
        <translation>Nahtlos kachelbar</translation>
    </message>
    <message>
        <source>The result repeats without a seam, left to right and top to bottom.</source>
        <translation>Das Ergebnis wiederholt sich ohne Naht, von links nach rechts und von oben nach unten.</translation>
    </message>
    <message>
        <source>Animate</source>
        <translation>Animieren</translation>
    </message>
    <message>
        <source>Let the picture shimmer and drift: a film of small variations.</source>
        <translation>Das Bild flimmern und treiben lassen: ein Film aus kleinen Variationen.</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>Schleife</translation>
    </message>
    <message>
        <source>The last frame leads exactly into the first, or the film goes there and back, or ends.</source>
        <translation>Das letzte Bild führt genau ins erste, oder der Film läuft hin und zurück, oder er endet.</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Nahtlose Schleife</translation>
    </message>
    <message>
        <source>There and back</source>
        <translation>Hin und zurück</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ohne Schleife</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>Einzelbilder</translation>
    </message>
    <message>
        <source>Length of the film.</source>
        <translation>Länge des Films.</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Frames per second.</source>
        <translation>Einzelbilder pro Sekunde.</translation>
    </message>
    <message>
        <source>Layout motion</source>
        <translation>Bewegung der Anordnung</translation>
    </message>
    <message>
        <source>How much large shapes move.</source>
        <translation>Wie stark sich große Formen bewegen.</translation>
    </message>
    <message>
        <source>Detail motion</source>
        <translation>Bewegung der Details</translation>
    </message>
    <message>
        <source>How much texture and small things move.</source>
        <translation>Wie stark sich Textur und kleine Dinge bewegen.</translation>
    </message>
    <message>
        <source>Sway</source>
        <translation>Wiegen</translation>
    </message>
    <message>
        <source>How far shapes are carried to and fro, in percent of the picture&apos;s longer side.</source>
        <translation>Wie weit Formen hin und her getragen werden, in Prozent der längeren Bildseite.</translation>
    </message>
    <message>
        <source>Motion per scale</source>
        <translation>Bewegung je Stufe</translation>
    </message>
    <message>
        <source>How far each scale&apos;s noise moves, the coarsest first; the last one goes on.</source>
        <translation>Wie weit sich das Rauschen jeder Stufe bewegt, die gröbste zuerst; der letzte Wert gilt weiter.</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Rückkehr</translation>
    </message>
    <message>
        <source>How soon what moved comes back (alpha); high values flicker.</source>
        <translation>Wie bald zurückkommt, was sich bewegt hat (Alpha); hohe Werte flackern.</translation>
    </message>
    <message>
        <source>Keyframes</source>
        <translation>Keyframes</translation>
    </message>
    <message>
        <source>Layout motion, detail motion, return and smoothness over time.</source>
        <translation>Bewegung der Anordnung und der Details, Rückkehr und Glätte im Lauf der Zeit.</translation>
    </message>
    <message>
        <source>What moves</source>
        <translation>Was sich bewegt</translation>
    </message>
    <message>
        <source>Picture of the area that moves: opaque where it has transparency, else bright.</source>
        <translation>Bild der Fläche, die sich bewegt: deckend, wo es Transparenz gibt, sonst hell.</translation>
    </message>
    <message>
        <source>Width and height of the film; the learned size if not given, with a mask the original&apos;s.</source>
        <translation>Breite und Höhe des Films; ohne Angabe die gelernte Größe, mit einer Maske die des Originals.</translation>
    </message>
    <message>
        <source>Smoothness</source>
        <translation>Geschmeidigkeit</translation>
    </message>
    <message>
        <source>How much motion keeps its direction (beta).</source>
        <translation>Wie sehr Bewegung ihre Richtung behält (beta).</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Make a rough edit of the picture look real.</source>
        <translation>Eine grobe Bearbeitung des Bildes echt aussehen lassen.</translation>
    </message>
    <message>
        <source>Edited picture</source>
        <translation>Bearbeitetes Bild</translation>
    </message>
    <message>
        <source>The picture with parts moved, copied or removed.</source>
        <translation>Das Bild mit verschobenen, kopierten oder entfernten Teilen.</translation>
    </message>
    <message>
        <source>Nothing to change yet: move or remove something, or paint the area.</source>
        <translation>Noch nichts zu ändern: etwas verschieben oder entfernen, oder den Bereich malen.</translation>
    </message>
    <message>
        <source>Harmonize</source>
        <translation>Harmonisieren</translation>
    </message>
    <message>
        <source>Give a pasted object the look of the picture.</source>
        <translation>Ein eingefügtes Objekt an das Bild angleichen.</translation>
    </message>
    <message>
        <source>Pasted picture</source>
        <translation>Eingefügtes Bild</translation>
    </message>
    <message>
        <source>The picture with an object pasted into it.</source>
        <translation>Das Bild mit einem eingefügten Objekt.</translation>
    </message>
    <message>
        <source>Adapt</source>
        <translation>Anpassen</translation>
    </message>
    <message>
        <source>How far the object takes on the picture&apos;s colours and material; 0 leaves them.</source>
        <translation>Wie weit das Objekt Farben und Material des Bildes annimmt; 0 lässt es unverändert.</translation>
    </message>
    <message>
        <source>Gives the object the picture&apos;s colours first, as far as it adapts.</source>
        <translation>Gibt dem Objekt zuerst die Farben des Bildes, so weit es sich anpasst.</translation>
    </message>
    <message>
        <source>Own detail</source>
        <translation>Eigene Details</translation>
    </message>
    <message>
        <source>How much of the object&apos;s own fine detail is seen, which is finer than what is drawn.</source>
        <translation>Wie viel von den feinen Details des Objekts zu sehen ist, die feiner sind als das, was gezeichnet wird.</translation>
    </message>
    <message>
        <source>Nothing to change yet: paste or drop an object.</source>
        <translation>Noch nichts zu ändern: ein Objekt einfügen oder hineinziehen.</translation>
    </message>
    <message>
        <source>Paint</source>
        <translation>Malen</translation>
    </message>
    <message>
        <source>Turn a rough painting into a picture like yours.</source>
        <translation>Aus einer groben Malerei ein Bild wie Ihres machen.</translation>
    </message>
    <message>
        <source>Painting</source>
        <translation>Gemalte Vorlage</translation>
    </message>
    <message>
        <source>A painting in the picture&apos;s colours.</source>
        <translation>Eine gemalte Vorlage in den Farben des Bildes.</translation>
    </message>
    <message>
        <source>Keep unpainted areas</source>
        <translation>Unbemaltes behalten</translation>
    </message>
    <message>
        <source>Picture of the painted area; outside it the original stays as it is.</source>
        <translation>Bild des bemalten Bereichs; außerhalb bleibt das Original, wie es ist.</translation>
    </message>
    <message>
        <source>Few colours</source>
        <translation>Wenige Farben</translation>
    </message>
    <message>
        <source>Learns one scale again on pictures in five colours, for flat paintings.</source>
        <translation>Lernt eine Stufe neu mit Bildern in fünf Farben, für flächige Gemälde.</translation>
    </message>
    <message>
        <source>Other shapes</source>
        <translation>Andere Formate</translation>
    </message>
    <message>
        <source>A picture of another shape: show all of it, fill the frame and crop, or stretch it.</source>
        <translation>Ein Bild anderen Formats: ganz zeigen, den Rahmen füllen und beschneiden, oder strecken.</translation>
    </message>
    <message>
        <source>Show all of it</source>
        <translation>Ganz zeigen</translation>
    </message>
    <message>
        <source>Fill the frame</source>
        <translation>Rahmen füllen</translation>
    </message>
    <message>
        <source>Stretch</source>
        <translation>Strecken</translation>
    </message>
    <message>
        <source>Grow</source>
        <translation>Ausweiten</translation>
    </message>
    <message>
        <source>Widens the area to change.</source>
        <translation>Weitet den zu ändernden Bereich.</translation>
    </message>
    <message>
        <source>Softens the edge of the area to change.</source>
        <translation>Macht die Kante des zu ändernden Bereichs weich.</translation>
    </message>
    <message>
        <source>Feather</source>
        <translation>Weiche Kante</translation>
    </message>
    <message>
        <source>Stop at which the picture enters: low ones change more, high ones keep more of what you made.</source>
        <translation>Stufe, bei der das Bild eingeht: niedrige ändern mehr, hohe behalten mehr von dem, was Sie gemacht haben.</translation>
    </message>
    <message>
        <source>Area to change</source>
        <translation>Zu ändernder Bereich</translation>
    </message>
    <message>
        <source>Picture of the area to change: opaque where it has transparency, else bright.</source>
        <translation>Bild des zu ändernden Bereichs: deckend, wenn es Transparenz hat, sonst hell.</translation>
    </message>
    <message>
        <source>Noise per scale</source>
        <translation>Zufall je Stufe</translation>
    </message>
    <message>
        <source>How far chance goes at each scale, the coarsest first; the last one goes on. 1 is usual, 0 leaves none.</source>
        <translation>Wie weit der Zufall auf jeder Stufe geht, die gröbste zuerst; der letzte Wert gilt weiter. 1 ist üblich, 0 lässt keinen.</translation>
    </message>
    <message>
        <source>Seed per scale</source>
        <translation>Startwert je Stufe</translation>
    </message>
    <message>
        <source>Seed of each scale, the coarsest first; the last one goes on. -1 takes the seed of the picture.</source>
        <translation>Startwert jeder Stufe, die gröbste zuerst; der letzte Wert gilt weiter. -1 nimmt den des Bilds.</translation>
    </message>
    <message>
        <source>Enlarge</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Enlarge the picture: at once with the sharpness of its own edges, or with detail that is learned.</source>
        <translation>Das Bild vergrößern: sofort mit der Schärfe seiner eigenen Kanten, oder mit gelernten Details.</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>A picture to enlarge in place of the learned one, such as a result.</source>
        <translation>Ein Bild, das statt des gelernten vergrößert wird, etwa ein Ergebnis.</translation>
    </message>
    <message>
        <source>Factor</source>
        <translation>Faktor</translation>
    </message>
    <message>
        <source>How many times wider and higher the result is.</source>
        <translation>Wievielmal so breit und hoch das Ergebnis wird.</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Qualität</translation>
    </message>
    <message>
        <source>Preset for learning the extra model this needs; that of the project if not given.</source>
        <translation>Voreinstellung zum Lernen des zusätzlichen Modells; ohne Angabe die des Projekts.</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>Faithful</source>
        <translation>Getreu</translation>
    </message>
    <message>
        <source>Gentle</source>
        <translation>Sanft</translation>
    </message>
    <message>
        <source>Slow and small: mist, calm water, a breath of wind.</source>
        <translation>Langsam und klein: Nebel, ruhiges Wasser, ein Windhauch.</translation>
    </message>
    <message>
        <source>Lively</source>
        <translation>Lebhaft</translation>
    </message>
    <message>
        <source>Everything is in motion: clouds, waves, leaves.</source>
        <translation>Alles ist in Bewegung: Wolken, Wellen, Blätter.</translation>
    </message>
    <message>
        <source>Wild</source>
        <translation>Wild</translation>
    </message>
    <message>
        <source>Fast and far: fire, storm, a dream.</source>
        <translation>Schnell und weit: Feuer, Sturm, ein Traum.</translation>
    </message>
    <message>
        <source>Shimmer</source>
        <translation>Schimmer</translation>
    </message>
    <message>
        <source>Shapes stay where they are, their texture glitters.</source>
        <translation>Formen bleiben, wo sie sind, ihre Oberfläche glitzert.</translation>
    </message>
    <message>
        <source>Extend</source>
        <translation>Erweitern</translation>
    </message>
    <message>
        <source>Let the picture go on beyond its edges.</source>
        <translation>Das Bild über seine Ränder hinaus weitergehen lassen.</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Links</translation>
    </message>
    <message>
        <source>How far the picture goes on at the left, of its width.</source>
        <translation>Wie weit das Bild links weitergeht, gemessen an seiner Breite.</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Rechts</translation>
    </message>
    <message>
        <source>How far the picture goes on at the right, of its width.</source>
        <translation>Wie weit das Bild rechts weitergeht, gemessen an seiner Breite.</translation>
    </message>
    <message>
        <source>Top</source>
        <translation>Oben</translation>
    </message>
    <message>
        <source>How far the picture goes on at the top, of its height.</source>
        <translation>Wie weit das Bild oben weitergeht, gemessen an seiner Höhe.</translation>
    </message>
    <message>
        <source>Bottom</source>
        <translation>Unten</translation>
    </message>
    <message>
        <source>How far the picture goes on at the bottom, of its height.</source>
        <translation>Wie weit das Bild unten weitergeht, gemessen an seiner Höhe.</translation>
    </message>
    <message>
        <source>Paint over the photo&apos;s border</source>
        <translation>Rand des Fotos übermalen</translation>
    </message>
    <message>
        <source>Thin lines at its edges, as of scans, give way where it goes on; all else stays as it is.</source>
        <translation>Dünne Linien an seinen Kanten, etwa von Scans, weichen, wo es weitergeht; alles andere bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>Nothing to extend yet: pull an edge of your picture outwards, or move a slider.</source>
        <translation>Noch nichts zu erweitern: einen Rand Ihres Bildes nach außen ziehen oder einen Regler bewegen.</translation>
    </message>
    <message>
        <source>Fill</source>
        <translation>Füllen</translation>
    </message>
    <message>
        <source>Take something away and fill its place from the picture.</source>
        <translation>Etwas entfernen und seine Stelle aus dem Bild füllen.</translation>
    </message>
    <message>
        <source>Area to fill</source>
        <translation>Zu füllender Bereich</translation>
    </message>
    <message>
        <source>Picture of what is to be filled: opaque where it has transparency, else bright.</source>
        <translation>Bild des zu füllenden Bereichs: deckend, wenn es Transparenz hat, sonst hell.</translation>
    </message>
    <message>
        <source>Sample from</source>
        <translation>Aufnehmen aus</translation>
    </message>
    <message>
        <source>Picture of where the filling may come from, marked like the area; everywhere if not given.</source>
        <translation>Bild der Stellen, aus denen die Füllung kommen darf, markiert wie der Bereich; ohne Angabe von überall.</translation>
    </message>
    <message>
        <source>Nothing to fill yet: select something and press Delete, or paint over it.</source>
        <translation>Noch nichts zu füllen: etwas auswählen und Entf drücken oder darüber malen.</translation>
    </message>
    <message>
        <source>Flow</source>
        <translation>Fließen</translation>
    </message>
    <message>
        <source>Let water, clouds or smoke flow along arrows: a film that loops.</source>
        <translation>Wasser, Wolken oder Rauch entlang von Pfeilen fließen lassen: ein Film in Schleife.</translation>
    </message>
    <message>
        <source>Arrows</source>
        <translation>Pfeile</translation>
    </message>
    <message>
        <source>Where things flow: an arrow from x,y by dx,dy in pixels of the picture; give it for each arrow.</source>
        <translation>Wohin etwas fließt: ein Pfeil von x,y um dx,dy in Pixeln des Bildes; für jeden Pfeil einmal.</translation>
    </message>
    <message>
        <source>What holds still</source>
        <translation>Was stillhält</translation>
    </message>
    <message>
        <source>Picture of the area that holds still: opaque where it has transparency, else bright.</source>
        <translation>Bild des Bereichs, der stillhält: deckend, wenn es Transparenz hat, sonst hell.</translation>
    </message>
    <message>
        <source>Time along an arrow</source>
        <translation>Zeit für einen Pfeil</translation>
    </message>
    <message>
        <source>Seconds in which things flow from one end of an arrow to the other.</source>
        <translation>Sekunden, in denen etwas von einem Ende eines Pfeils zum anderen fließt.</translation>
    </message>
    <message>
        <source>Reach</source>
        <translation>Reichweite</translation>
    </message>
    <message>
        <source>How far around an arrow things flow, in percent of the picture&apos;s longer side.</source>
        <translation>Wie weit um einen Pfeil herum etwas fließt, in Prozent der längeren Bildseite.</translation>
    </message>
    <message>
        <source>How much texture glitters besides, as the learned model moves it, in percent.</source>
        <translation>Wie sehr die Textur dabei glitzert, wie das gelernte Modell sie bewegt, in Prozent.</translation>
    </message>
    <message>
        <source>Width and height of the film; the picture&apos;s, up to 1280 px, if not given.</source>
        <translation>Breite und Höhe des Films; ohne Angabe die des Bildes, bis 1280 px.</translation>
    </message>
    <message>
        <source>Nothing flows yet: draw an arrow on the picture.</source>
        <translation>Noch fließt nichts: einen Pfeil auf das Bild zeichnen.</translation>
    </message>
    <message>
        <source>Material</source>
        <translation>Material</translation>
    </message>
    <message>
        <source>Make another picture, or a drawing, out of your picture&apos;s material.</source>
        <translation>Ein anderes Bild oder eine Zeichnung aus dem Material des eigenen Bildes machen.</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>Anordnung</translation>
    </message>
    <message>
        <source>The picture or drawing whose shapes the result has.</source>
        <translation>Bild oder Zeichnung, deren Formen das Ergebnis hat.</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>Stärke</translation>
    </message>
    <message>
        <source>High values show more of the picture&apos;s material, low ones more of the layout&apos;s shapes.</source>
        <translation>Hohe Werte zeigen mehr vom Material des Bildes, niedrige mehr von den Formen der Anordnung.</translation>
    </message>
    <message>
        <source>Match colours</source>
        <translation>Farben angleichen</translation>
    </message>
    <message>
        <source>Gives the layout the picture&apos;s colours first; without it only its brightness is adapted.</source>
        <translation>Gibt der Anordnung zuerst die Farben des Bildes; sonst wird nur ihre Helligkeit angepasst.</translation>
    </message>
    <message>
        <source>Retarget</source>
        <translation>Seitenverhältnis</translation>
    </message>
    <message>
        <source>Give the picture other proportions; what is in it keeps its own.</source>
        <translation>Dem Bild ein anderes Seitenverhältnis geben; was darin ist, behält seines.</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>Width of the result, of the picture&apos;s.</source>
        <translation>Breite des Ergebnisses, bezogen auf die des Bildes.</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Höhe</translation>
    </message>
    <message>
        <source>Height of the result, of the picture&apos;s.</source>
        <translation>Höhe des Ergebnisses, bezogen auf die des Bildes.</translation>
    </message>
    <message>
        <source>Protect</source>
        <translation>Schützen</translation>
    </message>
    <message>
        <source>Picture of what is to stay whole: opaque where it has transparency, else bright.</source>
        <translation>Bild dessen, was ganz bleiben soll: deckend, wo es Transparenz hat, sonst hell.</translation>
    </message>
    <message>
        <source>Tile</source>
        <translation>Kachel</translation>
    </message>
    <message>
        <source>Make a seamless texture from the picture or from a part of it.</source>
        <translation>Aus dem Bild oder einem Teil davon eine nahtlose Textur machen.</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Bereich</translation>
    </message>
    <message>
        <source>The part of the picture that the tile is made from, in pixels; all of it if not given.</source>
        <translation>Der Teil des Bildes, aus dem die Kachel gemacht wird, in Pixeln; ohne Angabe das ganze.</translation>
    </message>
    <message>
        <source>Width and height of the tile in pixels: a larger region is reduced to it, a smaller one goes on.</source>
        <translation>Breite und Höhe der Kachel in Pixeln: Ein größerer Bereich wird darauf verkleinert, ein kleinerer setzt sich fort.</translation>
    </message>
</context>
<context>
    <name>wording</name>
    <message>
        <source>Not learned yet</source>
        <translation>Noch nicht gelernt</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Startet</translation>
    </message>
    <message>
        <source>Pausing</source>
        <translation>Pausiert gleich</translation>
    </message>
    <message>
        <source>Paused, {done} of {scales} scales learned</source>
        <translation>Pausiert, {done} von {scales} Stufen gelernt</translation>
    </message>
    <message>
        <source>Learned, {scales} scales</source>
        <translation>Gelernt, {scales} Stufen</translation>
    </message>
    <message>
        <source>Resume learning</source>
        <translation>Weiterlernen</translation>
    </message>
    <message>
        <source>Improve to Standard</source>
        <translation>Zu Standard verbessern</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Open the next</source>
        <translation>Nächstes öffnen</translation>
    </message>
    <message>
        <source>Fill this</source>
        <translation>Dies füllen</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Kopie speichern…</translation>
    </message>
    <message>
        <source>Start it again</source>
        <translation>Neu starten</translation>
    </message>
    <message>
        <source>learning</source>
        <translation>Lernen</translation>
    </message>
    <message>
        <source>drawing</source>
        <translation>Zeichnen</translation>
    </message>
    <message>
        <source>Nothing to change yet: paint the area.</source>
        <translation>Noch nichts zu ändern: den Bereich malen.</translation>
    </message>
    <message>
        <source>This needs one more model, which is learned first.</source>
        <translation>Das braucht noch ein Modell, das zuerst gelernt wird.</translation>
    </message>
    <message>
        <source>More must be learned first; or choose Patches.</source>
        <translation>Es muss erst mehr gelernt werden; oder wählen Sie Flicken.</translation>
    </message>
    <message>
        <source>This works once the picture has been learned: press Learn.</source>
        <translation>Das geht, sobald das Bild gelernt ist: auf „Lernen“ drücken.</translation>
    </message>
    <message>
        <source>Identical to the picture: start further left.</source>
        <translation>Mit dem Bild identisch: weiter links beginnen.</translation>
    </message>
    <message>
        <source>Near the photo: start further left for more change.</source>
        <translation>Nahe am Foto: für mehr Änderung weiter links beginnen.</translation>
    </message>
    <message>
        <source>Ready soon</source>
        <translation>Gleich bereit</translation>
    </message>
    <message>
        <source>Ready in {time}</source>
        <translation>Bereit in {time}</translation>
    </message>
    <message>
        <source>Generate</source>
        <translation>Erzeugen</translation>
    </message>
    <message>
        <source>Generate {count}</source>
        <translation>{count} erzeugen</translation>
    </message>
    <message>
        <source>about {time}, {memory} GB</source>
        <translation>etwa {time}, {memory} GB</translation>
    </message>
    <message>
        <source>{width}×{height} px</source>
        <translation>{width}×{height} px</translation>
    </message>
    <message>
        <source>Longest side</source>
        <translation>Längste Seite</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Qualität</translation>
    </message>
    <message>
        <source>How often it is played</source>
        <translation>Wie oft er abgespielt wird</translation>
    </message>
    <message>
        <source>Shortest length of the film</source>
        <translation>Kürzeste Dauer des Films</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Way to the next key</source>
        <translation>Weg zum nächsten Keyframe</translation>
    </message>
    <message>
        <source>whole number</source>
        <translation>ganze Zahl</translation>
    </message>
    <message>
        <source>number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>numbers</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>one of these</source>
        <translation>eines davon</translation>
    </message>
    <message>
        <source>frames</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>frames per second</source>
        <translation>Bilder pro Sekunde</translation>
    </message>
    <message>
        <source>Learning scale {scale} of {scales}</source>
        <translation>Lernt Stufe {scale} von {scales}</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>{n} s</source>
        <translation>{n} s</translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation>{n} min</translation>
    </message>
    <message>
        <source>{n} h</source>
        <translation>{n} h</translation>
    </message>
    <message>
        <source>{h} h {m} min</source>
        <translation>{h} h {m} min</translation>
    </message>
    <message>
        <source>almost done</source>
        <translation>gleich fertig</translation>
    </message>
    <message>
        <source>about {time} left</source>
        <translation>noch etwa {time}</translation>
    </message>
    <message>
        <source>{n} kB</source>
        <translation>{n} kB</translation>
    </message>
    <message>
        <source>{n} MB</source>
        <translation>{n} MB</translation>
    </message>
    <message>
        <source>{n}%</source>
        <translation>{n} %</translation>
    </message>
</context>
</TS>
