<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>&amp;New from picture…</source>
        <translation>画像から新規作成(&amp;N)…</translation>
    </message>
    <message>
        <source>Choose a picture to start from</source>
        <translation>使う画像を選びます</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>開く(&amp;O)…</translation>
    </message>
    <message>
        <source>Open a project or a picture</source>
        <translation>プロジェクトまたは画像を開きます</translation>
    </message>
    <message>
        <source>Save &amp;copy as…</source>
        <translation>コピーを保存(&amp;C)…</translation>
    </message>
    <message>
        <source>Save a copy of the whole project; the project itself is always saved</source>
        <translation>プロジェクト全体のコピーを保存します。プロジェクト自体は常に保存されています</translation>
    </message>
    <message>
        <source>&amp;Save result…</source>
        <translation>結果を保存(&amp;S)…</translation>
    </message>
    <message>
        <source>Write the picture that is shown to a file, and keep it among the results</source>
        <translation>表示中の画像をファイルに書き出し、結果にも残します</translation>
    </message>
    <message>
        <source>&amp;Export animation…</source>
        <translation>アニメーションを書き出し(&amp;E)…</translation>
    </message>
    <message>
        <source>Write the animation as GIF, video or pictures</source>
        <translation>アニメーションを GIF、動画、連番画像として書き出します</translation>
    </message>
    <message>
        <source>P&amp;in here</source>
        <translation>ここにピン留め(&amp;I)</translation>
    </message>
    <message>
        <source>Keep what is selected at its place in every variation; drag it to another place</source>
        <translation>選択した部分をどのバリエーションでもその場所に保ちます。ドラッグで別の場所へ移せます</translation>
    </message>
    <message>
        <source>C&amp;lose project</source>
        <translation>プロジェクトを閉じる(&amp;L)</translation>
    </message>
    <message>
        <source>Go back to the start page</source>
        <translation>スタートページに戻ります</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>終了(&amp;Q)</translation>
    </message>
    <message>
        <source>Close the studio</source>
        <translation>SinGAN Studio を終了します</translation>
    </message>
    <message>
        <source>&amp;Paste picture</source>
        <translation>画像を貼り付け(&amp;P)</translation>
    </message>
    <message>
        <source>Start from the picture in the clipboard</source>
        <translation>クリップボードの画像から始めます</translation>
    </message>
    <message>
        <source>Paste &amp;as…</source>
        <translation>形式を選んで貼り付け(&amp;A)…</translation>
    </message>
    <message>
        <source>Choose what the picture in the clipboard is for</source>
        <translation>クリップボードの画像の使い道を選びます</translation>
    </message>
    <message>
        <source>P&amp;references…</source>
        <translation>環境設定(&amp;R)…</translation>
    </message>
    <message>
        <source>Language, theme, device, folders and shortcuts</source>
        <translation>言語、テーマ、デバイス、フォルダー、ショートカット</translation>
    </message>
    <message>
        <source>&amp;User guide</source>
        <translation>ユーザーガイド(&amp;U)</translation>
    </message>
    <message>
        <source>Read how everything is used</source>
        <translation>使い方を読みます</translation>
    </message>
    <message>
        <source>&amp;Find a command…</source>
        <translation>コマンドを検索(&amp;F)…</translation>
    </message>
    <message>
        <source>Type a few letters of what you want to do</source>
        <translation>したいことの数文字を入力します</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>キーボードショートカット(&amp;K)</translation>
    </message>
    <message>
        <source>All commands with their keys, to read or to print</source>
        <translation>すべてのコマンドとキーの一覧。印刷もできます</translation>
    </message>
    <message>
        <source>&amp;About</source>
        <translation>このアプリについて(&amp;A)</translation>
    </message>
    <message>
        <source>Version and licence</source>
        <translation>バージョンとライセンス</translation>
    </message>
    <message>
        <source>&amp;Logs</source>
        <translation>ログ(&amp;L)</translation>
    </message>
    <message>
        <source>Open the folder with the log files</source>
        <translation>ログファイルのフォルダーを開きます</translation>
    </message>
    <message>
        <source>&amp;Learn…</source>
        <translation>学習(&amp;L)…</translation>
    </message>
    <message>
        <source>Choose how the open picture is learned</source>
        <translation>開いている画像の学習方法を選びます</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>一時停止(&amp;P)</translation>
    </message>
    <message>
        <source>Stop learning; what is learned is kept</source>
        <translation>学習を止めます。学習済みの内容は残ります</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>再開(&amp;R)</translation>
    </message>
    <message>
        <source>Go on learning where it stopped</source>
        <translation>止めたところから学習を続けます</translation>
    </message>
    <message>
        <source>Cr&amp;op…</source>
        <translation>切り抜き(&amp;O)…</translation>
    </message>
    <message>
        <source>Choose the part of the picture that is learned</source>
        <translation>学習する部分を選びます</translation>
    </message>
    <message>
        <source>&amp;Improve to Standard</source>
        <translation>標準に改善(&amp;I)</translation>
    </message>
    <message>
        <source>Learn the draft&apos;s picture better, in the background; the draft stays in use meanwhile</source>
        <translation>下書きを使いながら、裏で画像をより良く学習します</translation>
    </message>
    <message>
        <source>Save &amp;film of the learning…</source>
        <translation>学習の記録を保存(&amp;F)…</translation>
    </message>
    <message>
        <source>The picture coming into focus, scale after scale, as a GIF</source>
        <translation>画像がスケールごとに鮮明になる様子を GIF で保存します</translation>
    </message>
    <message>
        <source>&amp;Generate</source>
        <translation>生成(&amp;G)</translation>
    </message>
    <message>
        <source>Make new pictures and keep them</source>
        <translation>新しい画像を作って残します</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>残す(&amp;K)</translation>
    </message>
    <message>
        <source>Keep the picture that is shown among the results, or let it go again</source>
        <translation>表示中の画像を結果に残します。もう一度押すと外します</translation>
    </message>
    <message>
        <source>R&amp;e-render</source>
        <translation>描き直す(&amp;E)</translation>
    </message>
    <message>
        <source>Make the shown result once more with the scales that were learned since</source>
        <translation>表示中の結果を、その後に学習したスケールも使ってもう一度作ります</translation>
    </message>
    <message>
        <source>Contact &amp;sheet…</source>
        <translation>一覧シート(&amp;S)…</translation>
    </message>
    <message>
        <source>What every start makes of the present seed, beside each other; click one to choose it</source>
        <translation>今のシードを各開始位置から描いて並べます。クリックで選びます</translation>
    </message>
    <message>
        <source>Roll the &amp;dice</source>
        <translation>サイコロを振る(&amp;D)</translation>
    </message>
    <message>
        <source>Choose another random seed</source>
        <translation>別のシードを無作為に選びます</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>キャンセル(&amp;C)</translation>
    </message>
    <message>
        <source>Stop generating, or put a message away</source>
        <translation>生成を中止するか、メッセージを閉じます</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>詳細(&amp;D)</translation>
    </message>
    <message>
        <source>Show every scale and the loss curves</source>
        <translation>すべてのスケールと損失曲線を表示します</translation>
    </message>
    <message>
        <source>&amp;Results</source>
        <translation>結果(&amp;R)</translation>
    </message>
    <message>
        <source>Show or hide the kept results</source>
        <translation>残した結果の表示を切り替えます</translation>
    </message>
    <message>
        <source>S&amp;quint</source>
        <translation>目を細める(&amp;Q)</translation>
    </message>
    <message>
        <source>Hold the key to see your work as coarse as the start scale receives it</source>
        <translation>キーを押している間、開始スケールが受け取る粗さで作品を見ます</translation>
    </message>
    <message>
        <source>&amp;Original</source>
        <translation>元の画像(&amp;O)</translation>
    </message>
    <message>
        <source>Hold the key to see the original in place of the result</source>
        <translation>キーを押している間、結果の代わりに元の画像を表示します</translation>
    </message>
    <message>
        <source>Co&amp;mpare Patches and Learned</source>
        <translation>パッチと学習結果を比べる(&amp;M)</translation>
    </message>
    <message>
        <source>Hold the key to see what Patches would make in place of Learned, or the other way round</source>
        <translation>キーを押している間、学習結果の代わりにパッチで（またはその逆で）描いたものを表示します</translation>
    </message>
    <message>
        <source>&amp;Fit</source>
        <translation>全体を表示(&amp;F)</translation>
    </message>
    <message>
        <source>Show the whole picture</source>
        <translation>画像全体を表示します</translation>
    </message>
    <message>
        <source>&amp;100%</source>
        <translation>100%(&amp;1)</translation>
    </message>
    <message>
        <source>One pixel of the screen for each pixel</source>
        <translation>画像の 1 ピクセルを画面の 1 ピクセルで表示します</translation>
    </message>
    <message>
        <source>Like the &amp;system</source>
        <translation>システムに合わせる(&amp;S)</translation>
    </message>
    <message>
        <source>Follow the system&apos;s light or dark mode</source>
        <translation>システムのライト／ダークモードに合わせます</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>ライト(&amp;L)</translation>
    </message>
    <message>
        <source>Dark text on a light ground</source>
        <translation>明るい背景に暗い文字</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>ダーク(&amp;D)</translation>
    </message>
    <message>
        <source>Light text on a dark ground</source>
        <translation>暗い背景に明るい文字</translation>
    </message>
    <message>
        <source>Show the window in this language</source>
        <translation>この言語で表示します</translation>
    </message>
    <message>
        <source>&amp;Many pictures…</source>
        <translation>多数の画像(&amp;M)…</translation>
    </message>
    <message>
        <source>Learn or vary several pictures one after the other, in the background</source>
        <translation>複数の画像をバックグラウンドで順に学習するか、バリエーションを作ります</translation>
    </message>
    <message>
        <source>&amp;Compare results…</source>
        <translation>結果を比較(&amp;C)…</translation>
    </message>
    <message>
        <source>Results and the picture side by side or under a slider, and where they differ</source>
        <translation>結果と画像を並べて、またはスライダーで見比べ、違いのある場所を示します</translation>
    </message>
</context>
<context>
    <name>AnimateMode</name>
    <message>
        <source>Length</source>
        <translation>長さ</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速さ</translation>
    </message>
</context>
<context>
    <name>AnimatePanel</name>
    <message>
        <source>Things shimmer and drift; Flow lets water run.</source>
        <translation>ものが揺らめき、漂います。水を流すには「流れ」を使います。</translation>
    </message>
    <message>
        <source>Everything moves</source>
        <translation>全体が動く</translation>
    </message>
    <message>
        <source>Forget what was marked on the picture; this can be undone</source>
        <translation>画像に付けた印を消します。元に戻せます</translation>
    </message>
    <message>
        <source>Coarsest scale that moves</source>
        <translation>動く最も粗いスケール</translation>
    </message>
    <message>
        <source>Moves from scale</source>
        <translation>動き始めるスケール</translation>
    </message>
    <message>
        <source>Everything moves. Paint what moves, or what stays, on the picture.</source>
        <translation>全体が動きます。動かす部分、または止める部分を画像に塗ってください。</translation>
    </message>
    <message>
        <source>Only what is marked moves.</source>
        <translation>印を付けた部分だけが動きます。</translation>
    </message>
</context>
<context>
    <name>ArrowFields</name>
    <message>
        <source>From the left</source>
        <translation>左から</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>From the top</source>
        <translation>上から</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>向き</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>長さ</translation>
    </message>
    <message>
        <source>Add arrow</source>
        <translation>矢印を追加</translation>
    </message>
    <message>
        <source>Put an arrow into the middle</source>
        <translation>中央に矢印を置きます</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Remove the chosen arrow; this can be undone</source>
        <translation>選んだ矢印を削除します。元に戻せます</translation>
    </message>
    <message>
        <source>Remove all</source>
        <translation>すべて削除</translation>
    </message>
    <message>
        <source>Remove all arrows; this can be undone</source>
        <translation>すべての矢印を削除します。元に戻せます</translation>
    </message>
    <message>
        <source>Arrows</source>
        <translation>矢印</translation>
    </message>
    <message>
        <source>Arrow {number}</source>
        <translation>矢印 {number}</translation>
    </message>
</context>
<context>
    <name>CanvasActions</name>
    <message>
        <source>&amp;Select</source>
        <translation>選択(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Brush and tools</source>
        <translation>ブラシとツール(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>元に戻す(&amp;U)</translation>
    </message>
    <message>
        <source>Take the last step back</source>
        <translation>直前の操作を取り消します</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>やり直す(&amp;R)</translation>
    </message>
    <message>
        <source>Take the next step again</source>
        <translation>取り消した操作をもう一度行います</translation>
    </message>
    <message>
        <source>&amp;Brush</source>
        <translation>ブラシ(&amp;B)</translation>
    </message>
    <message>
        <source>Paint; Shift draws a straight line</source>
        <translation>描きます。Shift で直線になります</translation>
    </message>
    <message>
        <source>&amp;Eraser</source>
        <translation>消しゴム(&amp;E)</translation>
    </message>
    <message>
        <source>Take paint away</source>
        <translation>描いたものを消します</translation>
    </message>
    <message>
        <source>&amp;Fill</source>
        <translation>塗りつぶし(&amp;F)</translation>
    </message>
    <message>
        <source>Fill an area of one colour</source>
        <translation>同じ色の範囲を塗りつぶします</translation>
    </message>
    <message>
        <source>&amp;Picker</source>
        <translation>スポイト(&amp;P)</translation>
    </message>
    <message>
        <source>Take a colour from the picture; with the brush, hold Alt or Ctrl</source>
        <translation>画像から色を取ります。ブラシではAltまたはCtrlを押します</translation>
    </message>
    <message>
        <source>&amp;Select a rectangle</source>
        <translation>長方形選択(&amp;S)</translation>
    </message>
    <message>
        <source>Shift adds, Alt takes away; drag inside to move</source>
        <translation>Shift で追加、Alt で除外。内側のドラッグで移動します</translation>
    </message>
    <message>
        <source>&amp;Lasso</source>
        <translation>なげなわ(&amp;L)</translation>
    </message>
    <message>
        <source>Select by drawing round it; Shift adds, Alt takes away</source>
        <translation>囲んで選択します。Shift で追加、Alt で除外します</translation>
    </message>
    <message>
        <source>&amp;Wand</source>
        <translation>自動選択ツール(&amp;W)</translation>
    </message>
    <message>
        <source>Select an area of one colour; Shift adds, Alt takes away</source>
        <translation>同じ色の範囲を選択します。Shift で追加、Alt で除外します</translation>
    </message>
    <message>
        <source>P&amp;atch</source>
        <translation>パッチ(&amp;A)</translation>
    </message>
    <message>
        <source>Drag what is selected to where its filling should come from; Enter applies, Esc gives up</source>
        <translation>選択範囲を、埋める内容の元になる場所へドラッグ。Enter で確定、Esc で取り消し</translation>
    </message>
    <message>
        <source>&amp;Move and transform</source>
        <translation>移動と変形(&amp;M)</translation>
    </message>
    <message>
        <source>Move, scale and turn objects; Ctrl or Alt copies, Enter applies, Esc gives up</source>
        <translation>オブジェクトを移動、拡大縮小、回転します。Ctrl か Alt で複製、Enter で確定、Esc で取り消します</translation>
    </message>
    <message>
        <source>Arro&amp;w</source>
        <translation>矢印(&amp;W)</translation>
    </message>
    <message>
        <source>Drag to say where things flow; drag an end to change it, Del removes it</source>
        <translation>ドラッグで流れる向きを描きます。端をドラッグすると変更、Del で削除します</translation>
    </message>
    <message>
        <source>Sample f&amp;rom</source>
        <translation>取得元(&amp;R)</translation>
    </message>
    <message>
        <source>Paint where a filling may come from; Alt or Ctrl takes it back</source>
        <translation>塗りつぶしの材料を取ってよい場所を塗ります。Alt または Ctrl で取り消します</translation>
    </message>
    <message>
        <source>&amp;Larger brush</source>
        <translation>ブラシを大きく(&amp;L)</translation>
    </message>
    <message>
        <source>Make the brush larger</source>
        <translation>ブラシを大きくします</translation>
    </message>
    <message>
        <source>&amp;Smaller brush</source>
        <translation>ブラシを小さく(&amp;S)</translation>
    </message>
    <message>
        <source>Make the brush smaller</source>
        <translation>ブラシを小さくします</translation>
    </message>
    <message>
        <source>&amp;Harder brush</source>
        <translation>ブラシを硬く(&amp;H)</translation>
    </message>
    <message>
        <source>Give the brush a sharper edge</source>
        <translation>ブラシの縁をくっきりさせます</translation>
    </message>
    <message>
        <source>S&amp;ofter brush</source>
        <translation>ブラシを柔らかく(&amp;O)</translation>
    </message>
    <message>
        <source>Give the brush a softer edge</source>
        <translation>ブラシの縁を柔らかくします</translation>
    </message>
    <message>
        <source>S&amp;wap colours</source>
        <translation>色を入れ替え(&amp;W)</translation>
    </message>
    <message>
        <source>Take the other colour, or the other brush</source>
        <translation>もう一方の色、またはもう一方のブラシにします</translation>
    </message>
    <message>
        <source>&amp;Default colours</source>
        <translation>初期設定の色(&amp;D)</translation>
    </message>
    <message>
        <source>Take the first colours</source>
        <translation>初期設定の色に戻します</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>切り取り(&amp;T)</translation>
    </message>
    <message>
        <source>Put what is selected into the clipboard and take it away</source>
        <translation>選択範囲をクリップボードに切り取ります</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>コピー(&amp;C)</translation>
    </message>
    <message>
        <source>Put what is selected into the clipboard</source>
        <translation>選択範囲をクリップボードにコピーします</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>削除(&amp;D)</translation>
    </message>
    <message>
        <source>Take away what is selected, or the object; the hole is filled</source>
        <translation>選択範囲、またはオブジェクトを削除します。穴は埋められます</translation>
    </message>
    <message>
        <source>Dup&amp;licate</source>
        <translation>複製(&amp;L)</translation>
    </message>
    <message>
        <source>Lay a copy of what is selected, or of the object, beside it</source>
        <translation>選択範囲、またはオブジェクトの複製を隣に置きます</translation>
    </message>
    <message>
        <source>Bring f&amp;orward</source>
        <translation>前面へ(&amp;O)</translation>
    </message>
    <message>
        <source>Lay the object above the next one</source>
        <translation>オブジェクトを一つ前面に重ねます</translation>
    </message>
    <message>
        <source>Send bac&amp;kward</source>
        <translation>背面へ(&amp;K)</translation>
    </message>
    <message>
        <source>Lay the object below the one before it</source>
        <translation>オブジェクトを一つ背面に重ねます</translation>
    </message>
    <message>
        <source>Tr&amp;ansform</source>
        <translation>変形(&amp;A)</translation>
    </message>
    <message>
        <source>Move, scale and turn what is selected; Enter applies, Esc gives up</source>
        <translation>選択範囲を移動、拡大縮小、回転します。Enter で確定、Esc で取り消します</translation>
    </message>
    <message>
        <source>Flip &amp;horizontally</source>
        <translation>左右反転(&amp;H)</translation>
    </message>
    <message>
        <source>Mirror the object left to right</source>
        <translation>オブジェクトを左右反転します</translation>
    </message>
    <message>
        <source>Flip &amp;vertically</source>
        <translation>上下反転(&amp;V)</translation>
    </message>
    <message>
        <source>Mirror the object top to bottom</source>
        <translation>オブジェクトを上下反転します</translation>
    </message>
    <message>
        <source>&amp;All</source>
        <translation>すべて(&amp;A)</translation>
    </message>
    <message>
        <source>Select everything</source>
        <translation>すべてを選択します</translation>
    </message>
    <message>
        <source>&amp;Nothing</source>
        <translation>選択を解除(&amp;N)</translation>
    </message>
    <message>
        <source>Select nothing</source>
        <translation>選択を解除します</translation>
    </message>
    <message>
        <source>&amp;Invert</source>
        <translation>反転(&amp;I)</translation>
    </message>
    <message>
        <source>Select what is not selected</source>
        <translation>選択していない範囲を選択します</translation>
    </message>
    <message>
        <source>&amp;Feather…</source>
        <translation>ぼかす(&amp;F)…</translation>
    </message>
    <message>
        <source>Let the edge of the selection fade</source>
        <translation>選択範囲の縁をぼかします</translation>
    </message>
    <message>
        <source>&amp;Grow…</source>
        <translation>拡張(&amp;G)…</translation>
    </message>
    <message>
        <source>Make the selection larger all around</source>
        <translation>選択範囲を全方向に広げます</translation>
    </message>
    <message>
        <source>&amp;Shrink…</source>
        <translation>縮小(&amp;S)…</translation>
    </message>
    <message>
        <source>Make the selection smaller all around</source>
        <translation>選択範囲を全方向に狭めます</translation>
    </message>
    <message>
        <source>&amp;Mirrored</source>
        <translation>左右反転表示(&amp;M)</translation>
    </message>
    <message>
        <source>Look at it mirrored, to see whether it is in balance; nothing is changed</source>
        <translation>左右を反転して眺め、釣り合いを確かめます。画像は変わりません</translation>
    </message>
    <message>
        <source>&amp;Area to change</source>
        <translation>変更する範囲(&amp;A)</translation>
    </message>
    <message>
        <source>Show the area to change as an overlay</source>
        <translation>変更する範囲をオーバーレイで表示します</translation>
    </message>
</context>
<context>
    <name>CanvasOperations</name>
    <message>
        <source>Pixels of the picture</source>
        <translation>画像のピクセル数</translation>
    </message>
    <message>
        <source>&amp;Undo: {step}</source>
        <translation>元に戻す(&amp;U): {step}</translation>
    </message>
    <message>
        <source>&amp;Redo: {step}</source>
        <translation>やり直す(&amp;R): {step}</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>元に戻す(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>やり直す(&amp;R)</translation>
    </message>
</context>
<context>
    <name>CanvasToolBar</name>
    <message>
        <source>Tools of the canvas</source>
        <translation>キャンバスのツール</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>Hardness</source>
        <translation>硬さ</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>不透明度</translation>
    </message>
    <message>
        <source>Tolerance</source>
        <translation>許容値</translation>
    </message>
    <message>
        <source>Across, in pixels of the picture; {drawn} px at the size that is drawn</source>
        <translation>画像のピクセルでの直径。描画サイズでは {drawn} px</translation>
    </message>
</context>
<context>
    <name>ChoiceField</name>
    <message>
        <source>Automatic</source>
        <translation>自動</translation>
    </message>
</context>
<context>
    <name>ColourPair</name>
    <message>
        <source>Colour: {name}</source>
        <translation>色: {name}</translation>
    </message>
    <message>
        <source>The brush&apos;s colour and the other one; click to choose</source>
        <translation>ブラシの色ともう一方の色。クリックして選びます</translation>
    </message>
    <message>
        <source>Brush: {name}</source>
        <translation>ブラシ: {name}</translation>
    </message>
    <message>
        <source>What the brush does with the area; click for the other one</source>
        <translation>ブラシが範囲に対して行うこと。クリックでもう一方になります</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Find a command</source>
        <translation>コマンドを検索</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>何をしますか？</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>コマンド</translation>
    </message>
    <message>
        <source>No command that can be used now has these words.</source>
        <translation>今使えるコマンドに、この語を含むものはありません。</translation>
    </message>
</context>
<context>
    <name>Comparison</name>
    <message>
        <source>Compare results</source>
        <translation>結果を比較</translation>
    </message>
    <message>
        <source>&amp;Side by side</source>
        <translation>並べる(&amp;S)</translation>
    </message>
    <message>
        <source>S&amp;lider</source>
        <translation>スライダー(&amp;L)</translation>
    </message>
    <message>
        <source>Where they &amp;differ</source>
        <translation>違いを表示(&amp;D)</translation>
    </message>
    <message>
        <source>Colours from dark to bright show how far each picture is from the first (distance in Lab)</source>
        <translation>暗い色から明るい色へ、最初の画像との違いの大きさを示します（Lab での距離）</translation>
    </message>
    <message>
        <source>Choose two to four below; the others are compared with the first.</source>
        <translation>下で 2～4 枚を選びます。ほかの画像は最初の画像と比較されます。</translation>
    </message>
    <message>
        <source>Pictures to compare</source>
        <translation>比較する画像</translation>
    </message>
    <message>
        <source>&amp;Fit</source>
        <translation>全体を表示(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;100%</source>
        <translation>&amp;100%</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>閉じる(&amp;C)</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>{percent}% differs</source>
        <translation>{percent}% が異なります</translation>
    </message>
</context>
<context>
    <name>ContactSheet</name>
    <message>
        <source>Contact sheet</source>
        <translation>一覧シート</translation>
    </message>
    <message>
        <source>The same seed from every start. Click one to go on with it.</source>
        <translation>同じシードを各開始位置から描いたものです。続けたいものをクリックしてください。</translation>
    </message>
</context>
<context>
    <name>CropPage</name>
    <message>
        <source>Crop</source>
        <translation>切り抜き</translation>
    </message>
    <message>
        <source>Shape of the frame</source>
        <translation>枠の形</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>自由</translation>
    </message>
    <message>
        <source>Like the picture</source>
        <translation>画像と同じ</translation>
    </message>
    <message>
        <source>S&amp;hape</source>
        <translation>形(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Whole picture</source>
        <translation>画像全体(&amp;W)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Cr&amp;op</source>
        <translation>切り抜く(&amp;O)</translation>
    </message>
</context>
<context>
    <name>CropView</name>
    <message>
        <source>Part of the picture that is kept</source>
        <translation>残す部分</translation>
    </message>
</context>
<context>
    <name>Disclosure</name>
    <message>
        <source>Advanced</source>
        <translation>詳細設定</translation>
    </message>
    <message>
        <source>Show or hide what is seldom changed</source>
        <translation>めったに変えない項目を表示または隠します</translation>
    </message>
</context>
<context>
    <name>DropQuestion</name>
    <message>
        <source>Paste here</source>
        <translation>ここに貼り付け</translation>
    </message>
    <message>
        <source>It lands where you let it go, and can be moved and scaled.</source>
        <translation>離した場所に置かれ、移動や拡大縮小ができます。</translation>
    </message>
    <message>
        <source>Open as new project</source>
        <translation>新しいプロジェクトとして開く</translation>
    </message>
    <message>
        <source>This project stays as it is; it is in the list of recent ones.</source>
        <translation>このプロジェクトはそのまま残り、最近のプロジェクトから開けます。</translation>
    </message>
    <message>
        <source>Restore settings</source>
        <translation>設定を復元</translation>
    </message>
    <message>
        <source>Go on with the tool, the parameters and the seed that made this picture.</source>
        <translation>この画像を作ったツール、設定、シードで続けます。</translation>
    </message>
    <message>
        <source>What is this picture for?</source>
        <translation>この画像をどう使いますか？</translation>
    </message>
</context>
<context>
    <name>DropZone</name>
    <message>
        <source>Drop a picture here</source>
        <translation>ここに画像をドロップ</translation>
    </message>
    <message>
        <source>The studio makes new ones like it at once.
Pasting works, too.</source>
        <translation>スタジオが似た新しい画像をすぐに作ります。
貼り付けもできます。</translation>
    </message>
    <message>
        <source>Choose a picture…</source>
        <translation>画像を選ぶ…</translation>
    </message>
    <message>
        <source>Open a picture or a project from the disk</source>
        <translation>ディスクから画像またはプロジェクトを開きます</translation>
    </message>
</context>
<context>
    <name>EditPanel</name>
    <message>
        <source>Select a part, then drag it away, drag a copy with Ctrl or Alt, or press Delete. The hole is filled at once and becomes part of the area to change. With the patch you drag it to where its filling should come from.</source>
        <translation>一部を選択して、ドラッグで移動、Ctrl か Alt を押しながらドラッグで複製、または Delete で削除します。穴はすぐに埋められ、変更する範囲に加わります。パッチでは、埋める内容の元になる場所へドラッグします。</translation>
    </message>
    <message>
        <source>It may grow back; roll the dice to try another.</source>
        <translation>また現れることがあります。サイコロを振って別のものを試してください。</translation>
    </message>
</context>
<context>
    <name>ExampleGallery</name>
    <message>
        <source>Examples that are ready</source>
        <translation>学習済みの作例</translation>
    </message>
</context>
<context>
    <name>Explanation</name>
    <message>
        <source>What am I seeing?</source>
        <translation>見えているもの</translation>
    </message>
    <message>
        <source>&lt;b&gt;A good curve.&lt;/b&gt; &lt;i&gt;Copy error&lt;/i&gt; falls and flattens out. &lt;i&gt;Critic&lt;/i&gt; and &lt;i&gt;Generator&lt;/i&gt; waver around a level: neither of them wins for good.</source>
        <translation>&lt;b&gt;良い曲線&lt;/b&gt;&#x3000;&lt;i&gt;再現の誤差&lt;/i&gt;は下がり、やがて平らになります。&lt;i&gt;識別器&lt;/i&gt;と&lt;i&gt;生成器&lt;/i&gt;は一定の値の周りで揺れ、どちらも勝ち続けることはありません。</translation>
    </message>
    <message>
        <source>&lt;b&gt;Why it jumps.&lt;/b&gt; At each upright line a new scale begins: a larger picture, and networks that have yet to learn its finer detail. That the curves start over there is how it should be.</source>
        <translation>&lt;b&gt;曲線が飛ぶ理由&lt;/b&gt;&#x3000;縦線ごとに新しいスケールが始まります。画像が大きくなり、ネットワークはその細部をこれから学習します。そこで曲線が始めからになるのは正常です。</translation>
    </message>
    <message>
        <source>&lt;b&gt;Scale {scale} of {scales}&lt;/b&gt;, {width}×{height} px. The picture is learned from coarse to fine; every scale has a generator and a critic of its own.</source>
        <translation>&lt;b&gt;スケール {scale} / {scales}&lt;/b&gt;、{width}×{height} px。画像は粗い段階から細かい段階へと学習され、各スケールに専用の生成器と識別器があります。</translation>
    </message>
    <message>
        <source>The &lt;b&gt;generator&lt;/b&gt; makes pictures out of noise and the scale below; the &lt;b&gt;critic&lt;/b&gt; says how real each spot looks. Both have {layers} layers of {kernel}×{kernel} px with {channels} channels, and each pixel sees {field}×{field} px around it: {seen}% of the shorter side. So coarse scales learn what is where, fine ones texture.</source>
        <translation>&lt;b&gt;生成器&lt;/b&gt;はノイズと一つ下のスケールから画像を作り、&lt;b&gt;識別器&lt;/b&gt;は各部分がどれほど本物らしいかを判定します。どちらも {kernel}×{kernel} px、{channels} チャンネルの層が {layers} 層あり、各ピクセルは周囲 {field}×{field} px（短辺の {seen}%）を見ます。そのため粗いスケールは配置を、細かいスケールは質感を学びます。</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export animation</source>
        <translation>アニメーションの書き出し</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n 回</numerusform>
        </translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>書き出す…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>フォルダーで表示</translation>
    </message>
    <message>
        <source>For</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>形式(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Size</source>
        <translation>大きさ(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Quality</source>
        <translation>品質(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Played</source>
        <translation>再生回数(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Lasts at least</source>
        <translation>最短の長さ(&amp;L)</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>形式</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大きさ</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>品質</translation>
    </message>
    <message>
        <source>How often it is played</source>
        <translation>再生する回数</translation>
    </message>
    <message>
        <source>Shortest length of the film</source>
        <translation>動画の最短の長さ</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>書き出しの進み具合</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>書き出す</translation>
    </message>
    <message>
        <source>Films are enlarged smoothly; only single pictures get the photo&apos;s detail.</source>
        <translation>動画はなめらかに拡大されます。写真の細部が加わるのは静止画だけです。</translation>
    </message>
    <message>
        <source>{times}×</source>
        <translation>{times}×</translation>
    </message>
    <message>
        <source>over and over</source>
        <translation>繰り返し</translation>
    </message>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source>Files of this format cannot say that they go on; they repeat the film</source>
        <translation>この形式は繰り返しを指定できないため、動画を続けて繰り返します</translation>
    </message>
    <message>
        <source>Web</source>
        <translation>ウェブ</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>スマートフォン</translation>
    </message>
    <message>
        <source>My own</source>
        <translation>自分で決める</translation>
    </message>
    <message>
        <source>Cancelled; no file was written.</source>
        <translation>中止しました。ファイルは書かれていません。</translation>
    </message>
    <message>
        <source>estimating the file&apos;s size</source>
        <translation>ファイルの大きさを見積もっています</translation>
    </message>
    <message>
        <source>plays at {fps} frames per second</source>
        <translation>毎秒 {fps} フレームで再生</translation>
    </message>
    <message>
        <source>plays at {fps}: {wanted} cannot be held by this format</source>
        <translation>毎秒 {fps} フレームで再生（この形式は {wanted} を保てません）</translation>
    </message>
    <message>
        <source>about {size}</source>
        <translation>約 {size}</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>中止</translation>
    </message>
    <message>
        <source>Getting ready</source>
        <translation>準備しています</translation>
    </message>
    <message>
        <source>Writing the file</source>
        <translation>ファイルを書いています</translation>
    </message>
    <message>
        <source>Frame {done} of {total}</source>
        <translation>フレーム {done} / {total}</translation>
    </message>
    <message>
        <source>{name} is written: {size}</source>
        <translation>{name} を書き出しました: {size}</translation>
    </message>
</context>
<context>
    <name>ExtendPanel</name>
    <message>
        <source>{before} become {after}.</source>
        <translation>{before} が {after} になります。</translation>
    </message>
    <message>
        <source>The photo has a border of its own, up to {count} px thick, which is painted over.</source>
        <translation>写真自体に最大 {count} px の縁があり、塗りつぶされます。</translation>
    </message>
</context>
<context>
    <name>FillPanel</name>
    <message>
        <source>Select what is to go and press Delete, or paint over it; several places at once if you like. Leave a little room around it, and take its shadow too. With Sample from you paint where the filling may come from; it is everywhere if you do not.</source>
        <translation>消したいものを選択して Delete を押すか、その上を塗ります。何か所でも同時にできます。周りに少し余裕を持たせ、影も含めてください。「取得元」では、材料を取ってよい場所を塗ります。塗らなければ画像全体から取ります。</translation>
    </message>
    <message>
        <source>Every seed is another suggestion; Generate makes several.</source>
        <translation>シードごとに別の候補になります。「生成」でまとめて作れます。</translation>
    </message>
</context>
<context>
    <name>FilmView</name>
    <message>
        <source>Animation</source>
        <translation>アニメーション</translation>
    </message>
</context>
<context>
    <name>Filmstrip</name>
    <message>
        <source>Scales</source>
        <translation>スケール</translation>
    </message>
    <message>
        <source>The scales appear here as soon as learning starts.</source>
        <translation>学習を始めると、ここにスケールが並びます。</translation>
    </message>
    <message>
        <source>The picture</source>
        <translation>元の画像</translation>
    </message>
    <message>
        <source>Learned copy</source>
        <translation>学習した再現</translation>
    </message>
    <message>
        <source>New sample</source>
        <translation>新しいサンプル</translation>
    </message>
    <message>
        <source>The picture at this size (real image)</source>
        <translation>このサイズの元画像（実画像、real image）</translation>
    </message>
    <message>
        <source>What the scale makes of its fixed noise z* (reconstruction)</source>
        <translation>固定ノイズ z* からこのスケールが作る画像（再構成、reconstruction）</translation>
    </message>
    <message>
        <source>What the scale makes of fresh noise (random sample)</source>
        <translation>新しいノイズからこのスケールが作る画像（ランダムサンプル）</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>待機中</translation>
    </message>
    <message>
        <source>learning, {percent}%</source>
        <translation>学習中、{percent}%</translation>
    </message>
    <message>
        <source>learned</source>
        <translation>学習済み</translation>
    </message>
    <message>
        <source>Scale {scale} of {scales}, {width}×{height} px: {state}</source>
        <translation>スケール {scale} / {scales}、{width}×{height} px: {state}</translation>
    </message>
</context>
<context>
    <name>FilterButton</name>
    <message>
        <source>Filter</source>
        <translation>絞り込み</translation>
    </message>
    <message>
        <source>Show the results of one tool, the starred or the latest ones alone</source>
        <translation>1 つのツールの結果、スター付き、または最近の結果だけを表示します</translation>
    </message>
    <message>
        <source>All tools</source>
        <translation>すべてのツール</translation>
    </message>
    <message>
        <source>Starred only</source>
        <translation>スター付きのみ</translation>
    </message>
    <message>
        <source>At any time</source>
        <translation>すべての期間</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>過去 7 日間</translation>
    </message>
</context>
<context>
    <name>FlowPanel</name>
    <message>
        <source>Hold nothing</source>
        <translation>固定をやめる</translation>
    </message>
    <message>
        <source>Forget what was painted to hold still; this can be undone</source>
        <translation>固定する部分として塗ったものを消します。元に戻せます</translation>
    </message>
    <message>
        <source>Paint with the brush what must hold still; nothing flows through it.</source>
        <translation>動かしたくない部分をブラシで塗ります。そこを通る流れはありません。</translation>
    </message>
    <message>
        <source>What is painted holds still.</source>
        <translation>塗った部分は動きません。</translation>
    </message>
</context>
<context>
    <name>FullSize</name>
    <message>
        <source>F&amp;ull size</source>
        <translation>元の大きさ(&amp;U)</translation>
    </message>
    <message>
        <source>Results get the photo&apos;s full size and detail in the background, soon after they are made</source>
        <translation>結果は、できてからまもなく、写真本来の大きさと細部を持つものに置き換わります</translation>
    </message>
    <message>
        <source>How much of the photo&apos;s detail</source>
        <translation>写真の細部をどれだけ使うか</translation>
    </message>
    <message>
        <source>How much of the photo&apos;s detail results get: 0% only enlarges them</source>
        <translation>結果に写真の細部をどれだけ加えるか。0%では拡大だけします</translation>
    </message>
</context>
<context>
    <name>GeneralPage</name>
    <message>
        <source>Language</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>テーマ</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>デバイス</translation>
    </message>
    <message>
        <source>Automatic acts after the next start.</source>
        <translation>「自動」は次回の起動から有効になります。</translation>
    </message>
    <message>
        <source>&amp;Choose…</source>
        <translation>選択(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Usual folder</source>
        <translation>既定のフォルダー(&amp;U)</translation>
    </message>
    <message>
        <source>Preset for learning</source>
        <translation>学習のプリセット</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>言語(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>テーマ(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Device</source>
        <translation>デバイス(&amp;D)</translation>
    </message>
    <message>
        <source>Th&amp;reads</source>
        <translation>スレッド数(&amp;R)</translation>
    </message>
    <message>
        <source>Drawing follows at once. Learning that goes on follows when it is resumed.</source>
        <translation>描画にはすぐに反映されます。進行中の学習には、再開したときに反映されます。</translation>
    </message>
    <message>
        <source>&amp;Preset for learning</source>
        <translation>学習のプリセット(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Folder for projects</source>
        <translation>プロジェクトのフォルダー(&amp;F)</translation>
    </message>
    <message>
        <source>For pictures without a folder: pasted ones, examples, and those in folders that cannot be written. Other projects lie beside their picture.</source>
        <translation>貼り付けた画像、サンプル、書き込めないフォルダーの画像など、置き場所のない画像に使います。そのほかのプロジェクトは画像と同じフォルダーに置かれます。</translation>
    </message>
    <message>
        <source>Folder for projects</source>
        <translation>プロジェクトのフォルダー</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>スレッド数</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自動</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>システムに合わせる</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>ライト</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>ダーク</translation>
    </message>
    <message>
        <source>Draft; Standard with a graphics card</source>
        <translation>下書き（GPU があれば標準）</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>下書き</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>標準</translation>
    </message>
    <message>
        <source>Faithful</source>
        <translation>忠実</translation>
    </message>
    <message>
        <source>Automatic ({device})</source>
        <translation>自動（{device}）</translation>
    </message>
</context>
<context>
    <name>GuideView</name>
    <message>
        <source>User guide</source>
        <translation>ユーザーガイド</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>戻る(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Contents</source>
        <translation>目次(&amp;C)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>HarmonizePanel</name>
    <message>
        <source>Insert, paste or drop something, and put it where it belongs. Without its background it looks best.</source>
        <translation>何かを挿入・貼り付け・ドロップして、ふさわしい場所に置きます。背景を切り抜くと最もきれいになじみます。</translation>
    </message>
    <message>
        <source>&amp;Insert picture…</source>
        <translation>画像を挿入(&amp;I)…</translation>
    </message>
    <message>
        <source>Open a picture and lay it on this one</source>
        <translation>画像を開いて、この画像の上に置きます</translation>
    </message>
    <message>
        <source>The object is small: it is drawn with less than {px} px.</source>
        <translation>オブジェクトが小さすぎます。{px} px 未満で描かれます。</translation>
    </message>
    <message>
        <source>Cut out the object</source>
        <translation>オブジェクトを切り抜く</translation>
    </message>
    <message>
        <source>It has no transparent background. Find the object, or mark it and keep what is marked.</source>
        <translation>背景が透明ではありません。オブジェクトを自動で検出するか、範囲を選択してそこだけ残します。</translation>
    </message>
    <message>
        <source>Keep the selection</source>
        <translation>選択範囲を残す</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自動</translation>
    </message>
    <message>
        <source>Wand</source>
        <translation>自動選択ツール</translation>
    </message>
    <message>
        <source>Lasso</source>
        <translation>なげなわ</translation>
    </message>
    <message>
        <source>Use whole rectangle</source>
        <translation>長方形全体を使う</translation>
    </message>
    <message>
        <source>No object was found; mark it with the wand or the lasso.</source>
        <translation>オブジェクトが見つかりません。自動選択ツールかなげなわで選択してください。</translation>
    </message>
</context>
<context>
    <name>LayerList</name>
    <message>
        <source>Layers</source>
        <translation>レイヤー</translation>
    </message>
    <message>
        <source>Bring &amp;forward</source>
        <translation>前面へ(&amp;F)</translation>
    </message>
    <message>
        <source>Send &amp;backward</source>
        <translation>背面へ(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>削除(&amp;D)</translation>
    </message>
</context>
<context>
    <name>LayersPanel</name>
    <message>
        <source>What is hidden is left out</source>
        <translation>非表示は結果に入りません</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>レイヤー</translation>
    </message>
    <message>
        <source>Object {number}</source>
        <translation>オブジェクト {number}</translation>
    </message>
    <message>
        <source>While it is hidden, results are made without it. Ctrl+] and Ctrl+[ change the order.</source>
        <translation>非表示の間は、これを除いて結果を作ります。Ctrl+] と Ctrl+[ で順序を変えます。</translation>
    </message>
    <message>
        <source>The eye hides only the overlay: the area to change stays the same.</source>
        <translation>目のアイコンで隠れるのはオーバーレイだけです。変更する範囲はそのままです。</translation>
    </message>
    <message>
        <source>While it is hidden, results are made without it.</source>
        <translation>非表示の間は、これを除いて結果を作ります。</translation>
    </message>
    <message>
        <source>The eye hides it from view only: results are still made with it.</source>
        <translation>目のアイコンで隠れるのは表示だけです。結果には引き続き使われます。</translation>
    </message>
    <message>
        <source>Area to change</source>
        <translation>変更する範囲</translation>
    </message>
    <message>
        <source>Paint</source>
        <translation>絵の具</translation>
    </message>
    <message>
        <source>Filled holes</source>
        <translation>埋めた穴</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>背景</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>画像</translation>
    </message>
</context>
<context>
    <name>LearnOffer</name>
    <message>
        <source>Learning the picture adds what patches cannot: new detail, and motion.</source>
        <translation>画像を学習すると、パッチにはできないこと、つまり新しい細部と動きが加わります。</translation>
    </message>
    <message>
        <source>This takes more than patches: the picture has to be learned once. You can go on meanwhile.</source>
        <translation>これにはパッチだけでは足りず、一度画像を学習する必要があります。その間も作業を続けられます。</translation>
    </message>
</context>
<context>
    <name>LearnPanel</name>
    <message>
        <source>Learn</source>
        <translation>学習</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>プリセット</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>デバイス</translation>
    </message>
    <message>
        <source>Cr&amp;op…</source>
        <translation>切り抜き(&amp;O)…</translation>
    </message>
    <message>
        <source>Learn a part of the picture only</source>
        <translation>画像の一部だけを学習します</translation>
    </message>
    <message>
        <source>Learn this picture</source>
        <translation>この画像を学習</translation>
    </message>
    <message>
        <source>Longest &amp;side</source>
        <translation>長辺(&amp;S)</translation>
    </message>
    <message>
        <source>S&amp;eed</source>
        <translation>シード(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Device</source>
        <translation>デバイス(&amp;D)</translation>
    </message>
    <message>
        <source>D&amp;raft</source>
        <translation>下書き(&amp;R)</translation>
    </message>
    <message>
        <source>A first look, with coarser detail. Minutes, even without a graphics card.</source>
        <translation>まず試すためのもの。細部は粗めです。GPU がなくても数分で終わります。</translation>
    </message>
    <message>
        <source>S&amp;tandard</source>
        <translation>標準(&amp;T)</translation>
    </message>
    <message>
        <source>Fine detail in a fraction of the time Faithful takes. Longer than Draft.</source>
        <translation>「忠実」の何分の一かの時間で細部まで学習します。「下書き」よりは時間がかかります。</translation>
    </message>
    <message>
        <source>F&amp;aithful</source>
        <translation>忠実(&amp;A)</translation>
    </message>
    <message>
        <source>The published method to the letter. Hours; without a graphics card, a night or more.</source>
        <translation>発表された手法そのまま。数時間、GPU がなければ一晩以上かかります。</translation>
    </message>
    <message>
        <source>Longest side of the learned picture in pixels</source>
        <translation>学習する画像の長辺（ピクセル）</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>Automatic ({device})</source>
        <translation>自動（{device}）</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自動</translation>
    </message>
    <message>
        <source>The picture has {original}; it is learned at {learned}.</source>
        <translation>画像は {original}、学習は {learned} で行います。</translation>
    </message>
    <message>
        <source>{count} scales, from {low} to {high}.</source>
        <translation>{low} から {high} まで、{count} スケール。</translation>
    </message>
    <message>
        <source>estimating…</source>
        <translation>見積もり中…</translation>
    </message>
</context>
<context>
    <name>LearningView</name>
    <message>
        <source>Learning</source>
        <translation>学習</translation>
    </message>
</context>
<context>
    <name>Line</name>
    <message>
        <source>Line between the pictures</source>
        <translation>画像の境界線</translation>
    </message>
</context>
<context>
    <name>LossPlot</name>
    <message>
        <source>Losses</source>
        <translation>損失</translation>
    </message>
    <message>
        <source>Critic</source>
        <translation>識別器</translation>
    </message>
    <message>
        <source>Generator</source>
        <translation>生成器</translation>
    </message>
    <message>
        <source>Penalty</source>
        <translation>ペナルティ</translation>
    </message>
    <message>
        <source>Gradient penalty of the critic (WGAN-GP), without its weight</source>
        <translation>識別器の勾配ペナルティ（WGAN-GP）、重みなし</translation>
    </message>
    <message>
        <source>Copy error</source>
        <translation>再現の誤差</translation>
    </message>
    <message>
        <source>Drift</source>
        <translation>ドリフト</translation>
    </message>
    <message>
        <source>How far finer scales change colours that coarser ones settled (RMS of 8 px cells)</source>
        <translation>粗いスケールで決まった色を細かいスケールがどれだけ変えるか（8 px のセルの RMS）</translation>
    </message>
    <message>
        <source>Excess</source>
        <translation>過剰</translation>
    </message>
    <message>
        <source>How much detail is stronger than any the copy needs at this scale (RMS)</source>
        <translation>このスケールで再現に必要な強さを細部がどれだけ超えるか（RMS）</translation>
    </message>
    <message>
        <source>Loss of the critic (discriminator D, WGAN): -mean D(real) + mean D(fake), without penalty</source>
        <translation>識別器（D、WGAN のクリティック）の損失: -mean D(real) + mean D(fake)、ペナルティを除く</translation>
    </message>
    <message>
        <source>Loss of the generator (adversarial part): -mean D(fake)</source>
        <translation>生成器の損失（敵対的な部分）: -mean D(fake)</translation>
    </message>
    <message>
        <source>How far the learned copy is from the picture (reconstruction RMSE, -1..1)</source>
        <translation>学習した再現と元画像の差（再構成の RMSE、-1..1）</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>損失</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>距離</translation>
    </message>
    <message>
        <source>Iterations, all scales</source>
        <translation>反復回数（全スケール）</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Hold it to see your work as coarse as the start receives it</source>
        <translation>押している間、開始スケールが受け取る粗さで作品を見ます</translation>
    </message>
    <message>
        <source>Hold it, or the key {key}, to see your work as coarse as the start receives it</source>
        <translation>押している間、または {key} キーを押している間、開始スケールが受け取る粗さで作品を見ます</translation>
    </message>
    <message>
        <source>Pause and close</source>
        <translation>一時停止して閉じる</translation>
    </message>
</context>
<context>
    <name>MakerSwitch</name>
    <message>
        <source>What makes the pictures</source>
        <translation>画像の作り方</translation>
    </message>
    <message>
        <source>Patches</source>
        <translation>パッチ</translation>
    </message>
    <message>
        <source>Learned</source>
        <translation>学習結果</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>作り方</translation>
    </message>
    <message>
        <source>Takes seconds and keeps to the photo&apos;s own edges; nothing has to be learned</source>
        <translation>数秒で終わり、写真自身の輪郭に従います。学習は要りません</translation>
    </message>
    <message>
        <source>Invents fine detail with a network that has to be learned once (SinGAN)</source>
        <translation>一度学習が必要なネットワークで細部を作り出します（SinGAN）</translation>
    </message>
    <message>
        <source>Rearranges the photo&apos;s own patches (patch nearest neighbours); nothing has to be learned</source>
        <translation>写真のパッチ（小片）を並べ替えます（パッチ最近傍）。学習は要りません</translation>
    </message>
    <message>
        <source>Invents detail with the networks that learned this picture (SinGAN)</source>
        <translation>この画像を学習したネットワークで細部を作り出します（SinGAN）</translation>
    </message>
    <message>
        <source>Can be chosen when the first scale is learned (SinGAN); learning begins with Ctrl+L</source>
        <translation>最初のスケールを学習すると選べます（SinGAN）。学習は Ctrl+L で始めます</translation>
    </message>
</context>
<context>
    <name>MarginHandles</name>
    <message>
        <source>Edge of the picture</source>
        <translation>画像の端</translation>
    </message>
    <message>
        <source>Drag outwards to let the picture go on there</source>
        <translation>外へドラッグすると、画像がそこで広がります</translation>
    </message>
</context>
<context>
    <name>MaterialPanel</name>
    <message>
        <source>Drop, paste or open a picture whose layout you like, or paint one.</source>
        <translation>構図の気に入った画像をドロップ、貼り付け、または開いてください。描くこともできます。</translation>
    </message>
    <message>
        <source>&amp;Layout picture…</source>
        <translation>構図の画像(&amp;L)…</translation>
    </message>
    <message>
        <source>Open a picture whose shapes are made of this picture&apos;s material</source>
        <translation>開いた画像の形を、この画像の素材で作ります</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>Open &amp;recent</source>
        <translation>最近使ったもの(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>ファイル(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>編集(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Learn</source>
        <translation>学習(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Tool</source>
        <translation>ツール(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>ヘルプ(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>表示(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>テーマ(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>言語(&amp;L)</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Note</source>
        <translation>お知らせ</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>エラー</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Dismiss (Esc)</source>
        <translation>閉じる（Esc）</translation>
    </message>
</context>
<context>
    <name>ModelBox</name>
    <message>
        <source>Learning the model</source>
        <translation>モデルの学習</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>Go on learning, {percent}% done</source>
        <translation>学習を続ける（{percent}% 済み）</translation>
    </message>
    <message>
        <source>Learn it</source>
        <translation>学習する</translation>
    </message>
    <message>
        <source>{time} to go.</source>
        <translation>残り {time}。</translation>
    </message>
    <message>
        <source>It can be learned when the picture itself is.</source>
        <translation>元の画像の学習が終わると学習できます。</translation>
    </message>
    <message>
        <source>It can be learned when the model that is being learned now is finished or paused.</source>
        <translation>いま学習中のモデルが終わるか、一時停止すると学習できます。</translation>
    </message>
    <message>
        <source>About {time} to go.</source>
        <translation>残り約 {time}。</translation>
    </message>
    <message>
        <source>Learning it takes about {time}, once.</source>
        <translation>学習は一度だけで、約 {time} かかります。</translation>
    </message>
</context>
<context>
    <name>Networks</name>
    <message>
        <source>Generator and critic: {layers} layers each, {channels} channels</source>
        <translation>生成器と識別器：各 {layers} 層、{channels} チャンネル</translation>
    </message>
    <message>
        <source>Generator: noise → picture</source>
        <translation>生成器：ノイズ → 画像</translation>
    </message>
    <message>
        <source>Critic: picture → how real</source>
        <translation>識別器：画像 → 本物らしさ</translation>
    </message>
</context>
<context>
    <name>NoiseRow</name>
    <message>
        <source>Noise of {name}</source>
        <translation>{name}のノイズ</translation>
    </message>
    <message>
        <source>How far chance goes here: 0% keeps the picture&apos;s own, 100% is usual</source>
        <translation>ここでの偶然の強さです。0% は画像のまま、100% が普通です</translation>
    </message>
    <message>
        <source>Another seed for {name} alone</source>
        <translation>{name}だけ別のシードにする</translation>
    </message>
    <message>
        <source>Keep {name} as it is</source>
        <translation>{name}を今のまま残す</translation>
    </message>
</context>
<context>
    <name>NoiseRows</name>
    <message>
        <source>Layout</source>
        <translation>構図</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>細部</translation>
    </message>
    <message>
        <source>Grain</source>
        <translation>質感</translation>
    </message>
</context>
<context>
    <name>NumberField</name>
    <message>
        <source>{px} px at the size that is drawn</source>
        <translation>描画サイズでは {px} px</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>Pasted picture</source>
        <translation>貼り付けた画像</translation>
    </message>
    <message>
        <source>Pause and close</source>
        <translation>一時停止して閉じる</translation>
    </message>
    <message>
        <source>Pause and open</source>
        <translation>一時停止して開く</translation>
    </message>
</context>
<context>
    <name>PaintPanel</name>
    <message>
        <source>Painting in few colours needs a scale that is learned again; both models are kept.</source>
        <translation>少ない色で描くには一つのスケールを学習し直します。両方のモデルが残ります。</translation>
    </message>
    <message>
        <source>&amp;Paint on</source>
        <translation>下地(&amp;P)</translation>
    </message>
    <message>
        <source>What is painted on</source>
        <translation>塗る下地</translation>
    </message>
    <message>
        <source>What lies under the paint</source>
        <translation>絵の具の下にあるもの</translation>
    </message>
    <message>
        <source>The picture in few colours</source>
        <translation>少ない色にした画像</translation>
    </message>
    <message>
        <source>The picture</source>
        <translation>画像そのもの</translation>
    </message>
    <message>
        <source>Its commonest colour</source>
        <translation>最も多い色</translation>
    </message>
    <message>
        <source>The picture has no such colour.</source>
        <translation>画像にはこの色がありません。</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>これを使う</translation>
    </message>
    <message>
        <source>The nearest colour that the picture has: {name}</source>
        <translation>画像にある最も近い色: {name}</translation>
    </message>
</context>
<context>
    <name>Panes</name>
    <message>
        <source>Yours</source>
        <translation>あなたの画像</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>元の画像</translation>
    </message>
    <message>
        <source>Patches</source>
        <translation>パッチ</translation>
    </message>
    <message>
        <source>Learned</source>
        <translation>学習結果</translation>
    </message>
    <message>
        <source>as {size}</source>
        <translation>{size} として</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>両方</translation>
    </message>
    <message>
        <source>Wipe</source>
        <translation>ワイプ</translation>
    </message>
    <message>
        <source>Hold it to see the original in place of the result</source>
        <translation>押している間、結果の代わりに元の画像を表示します</translation>
    </message>
    <message>
        <source>Hold it, or the key {key}, to see the original in place of the result</source>
        <translation>押している間（または {key} キー）、結果の代わりに元の画像を表示します</translation>
    </message>
    <message>
        <source>{picture}, learned at {size}</source>
        <translation>{picture}、{size} で学習</translation>
    </message>
    <message>
        <source>{picture}, drawn at {size}</source>
        <translation>{picture}、{size} で描画</translation>
    </message>
    <message>
        <source>Drawing…</source>
        <translation>描画中…</translation>
    </message>
    <message>
        <source>The result appears when you press Generate.</source>
        <translation>「生成」を押すと結果が表示されます。</translation>
    </message>
    <message>
        <source>The first picture appears when one more scale is learned.</source>
        <translation>スケールがもう一つ学習されると、最初の画像が表示されます。</translation>
    </message>
    <message>
        <source>The first picture appears when the coarsest scale is learned.</source>
        <translation>最も粗いスケールの学習が終わると、最初の画像が表示されます。</translation>
    </message>
    <message>
        <source>{name}, {width}×{height} so far</source>
        <translation>{name}、今のところ {width}×{height}</translation>
    </message>
    <message>
        <source>{width}×{height} so far</source>
        <translation>現在 {width}×{height}</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>環境設定</translation>
    </message>
    <message>
        <source>&amp;General</source>
        <translation>一般(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Shortcuts</source>
        <translation>ショートカット(&amp;S)</translation>
    </message>
</context>
<context>
    <name>PresetButtons</name>
    <message>
        <source>Kinds of motion</source>
        <translation>動きの種類</translation>
    </message>
</context>
<context>
    <name>QueueList</name>
    <message>
        <source>Pictures in the queue</source>
        <translation>キューの画像</translation>
    </message>
    <message>
        <source>Drop pictures or a folder of pictures here.</source>
        <translation>画像または画像のフォルダーをここにドロップしてください。</translation>
    </message>
</context>
<context>
    <name>QueueWindow</name>
    <message>
        <source>Many pictures</source>
        <translation>多数の画像</translation>
    </message>
    <message>
        <source>&amp;Add pictures…</source>
        <translation>画像を追加(&amp;A)…</translation>
    </message>
    <message>
        <source>Add &amp;folder…</source>
        <translation>フォルダーを追加(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;Choose…</source>
        <translation>選択(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Up</source>
        <translation>上へ(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Down</source>
        <translation>下へ(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>削除(&amp;R)</translation>
    </message>
    <message>
        <source>Re&amp;try failed</source>
        <translation>失敗を再試行(&amp;T)</translation>
    </message>
    <message>
        <source>Clear d&amp;one</source>
        <translation>完了を消去(&amp;O)</translation>
    </message>
    <message>
        <source>What is done with each picture</source>
        <translation>各画像に行う処理</translation>
    </message>
    <message>
        <source>Variations of each picture</source>
        <translation>各画像のバリエーション</translation>
    </message>
    <message>
        <source>Learn: Draft</source>
        <translation>学習：下書き</translation>
    </message>
    <message>
        <source>Learn: Standard</source>
        <translation>学習：標準</translation>
    </message>
    <message>
        <source>Learn: Faithful</source>
        <translation>学習：忠実</translation>
    </message>
    <message>
        <source>Vary without learning</source>
        <translation>学習せずにバリエーションを作る</translation>
    </message>
    <message>
        <source>&amp;With each:</source>
        <translation>各画像に(&amp;W):</translation>
    </message>
    <message>
        <source>Projects go to:</source>
        <translation>プロジェクトの保存先:</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>再開(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>一時停止(&amp;P)</translation>
    </message>
    <message numerus="yes">
        <source>%n variation(s)</source>
        <translation>
            <numerusform>バリエーション %n 枚</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecentList</name>
    <message>
        <source>Recent projects</source>
        <translation>最近のプロジェクト</translation>
    </message>
    <message>
        <source>Recent project: {path}</source>
        <translation>最近のプロジェクト: {path}</translation>
    </message>
    <message>
        <source>{done} of {scales} learned</source>
        <translation>{scales} 段階中 {done} 段階を学習済み</translation>
    </message>
</context>
<context>
    <name>ResultMenu</name>
    <message>
        <source>&amp;Use its settings</source>
        <translation>設定を使う(&amp;U)</translation>
    </message>
    <message>
        <source>Go on with the tool, the parameters and the seed that made it</source>
        <translation>この結果を作ったツール、設定、シードで続けます</translation>
    </message>
    <message>
        <source>S&amp;tar</source>
        <translation>スター(&amp;T)</translation>
    </message>
    <message>
        <source>Mark it as a favourite, or remove the mark</source>
        <translation>お気に入りの印を付けるか外します</translation>
    </message>
    <message>
        <source>&amp;Copy picture</source>
        <translation>画像をコピー(&amp;C)</translation>
    </message>
    <message>
        <source>Put it into the clipboard, with its recipe</source>
        <translation>レシピと一緒にクリップボードに入れます</translation>
    </message>
    <message>
        <source>Copy as co&amp;mmand</source>
        <translation>コマンドとしてコピー(&amp;M)</translation>
    </message>
    <message>
        <source>Put the command line that makes the same picture into the clipboard</source>
        <translation>同じ画像を作るコマンドラインをクリップボードに入れます</translation>
    </message>
    <message>
        <source>&amp;Learn as a new picture</source>
        <translation>新しい画像として学習(&amp;L)</translation>
    </message>
    <message>
        <source>Begin a new project with it, beside this one</source>
        <translation>この画像で新しいプロジェクトを隣に作ります</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>削除(&amp;D)</translation>
    </message>
    <message>
        <source>Remove it; this can be undone</source>
        <translation>削除します（元に戻せます）</translation>
    </message>
    <message>
        <source>U&amp;ndo delete</source>
        <translation>削除を元に戻す(&amp;N)</translation>
    </message>
    <message>
        <source>Bring back the result that was deleted last</source>
        <translation>最後に削除した結果を戻します</translation>
    </message>
    <message>
        <source>&amp;Result</source>
        <translation>結果(&amp;R)</translation>
    </message>
    <message>
        <source>Send t&amp;o another tool</source>
        <translation>別のツールへ送る(&amp;O)</translation>
    </message>
    <message>
        <source>Go on with this picture in {tool}</source>
        <translation>この画像で {tool} を続けます</translation>
    </message>
</context>
<context>
    <name>Results</name>
    <message>
        <source>#{number} damaged</source>
        <translation>#{number} 破損</translation>
    </message>
    <message>
        <source>Result #{number} cannot be read: {reason}</source>
        <translation>結果 #{number} を読み込めません: {reason}</translation>
    </message>
    <message>
        <source>{name}: seed {seed}, {size}</source>
        <translation>{name}：シード {seed}、{size}</translation>
    </message>
    <message>
        <source>, started from scale {start}</source>
        <translation>、開始スケール {start}</translation>
    </message>
</context>
<context>
    <name>ResultsStrip</name>
    <message>
        <source>Results</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>スターを付ける</translation>
    </message>
    <message>
        <source>Delete (Del)</source>
        <translation>削除（Del）</translation>
    </message>
    <message>
        <source>More</source>
        <translation>その他</translation>
    </message>
    <message>
        <source>Pictures you generate are kept here.</source>
        <translation>生成した画像はここに残ります。</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>No result is like that.</source>
        <translation>条件に合う結果はありません。</translation>
    </message>
    <message>
        <source>Show or hide the results</source>
        <translation>結果の表示を切り替えます</translation>
    </message>
    <message>
        <source>Results ({count})</source>
        <translation>結果（{count}）</translation>
    </message>
    <message>
        <source>Results ({shown} of {count})</source>
        <translation>結果（{count} 件中 {shown} 件）</translation>
    </message>
    <message>
        <source>Remove the star</source>
        <translation>スターを外す</translation>
    </message>
</context>
<context>
    <name>RetargetPanel</name>
    <message>
        <source>Drag the right or lower edge of the result, or set its width and height. Paint over what must stay whole.</source>
        <translation>結果の右端か下端をドラッグするか、幅と高さを設定します。形を保ちたいものは塗ってください。</translation>
    </message>
    <message>
        <source>{before} become {after}.</source>
        <translation>{before} が {after} になります。</translation>
    </message>
</context>
<context>
    <name>Ruler</name>
    <message>
        <source>Frames</source>
        <translation>フレーム</translation>
    </message>
    <message>
        <source>Frame {frame}, {seconds} s</source>
        <translation>フレーム {frame}、{seconds} 秒</translation>
    </message>
    <message>
        <source>Drag to look through the film; with Shift to set what is looped</source>
        <translation>ドラッグで見る位置を、Shift を押しながらで繰り返す範囲を変えます</translation>
    </message>
    <message>
        <source>Frame {frame} of {length}, {cached} at hand</source>
        <translation>フレーム {frame} / {length}、描画済み {cached}</translation>
    </message>
</context>
<context>
    <name>SampleGallery</name>
    <message>
        <source>Bundled pictures</source>
        <translation>付属の画像</translation>
    </message>
</context>
<context>
    <name>SamplePanel</name>
    <message>
        <source>Select a part and drag it to its place, or pin it: it stays there, and the rest is invented around it.</source>
        <translation>一部を選択して好きな場所へドラッグするか、その場で固定します。そこはそのまま残り、まわりが新しく作られます。</translation>
    </message>
</context>
<context>
    <name>Saving</name>
    <message>
        <source>{name} copy</source>
        <translation>{name} のコピー</translation>
    </message>
    <message>
        <source>{name} learning.gif</source>
        <translation>{name} 学習.gif</translation>
    </message>
    <message>
        <source>Saving the film…</source>
        <translation>動画を保存中…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
</context>
<context>
    <name>ScaleAmounts</name>
    <message>
        <source>Motion per scale</source>
        <translation>スケールごとの動き</translation>
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
        <translation>シード</translation>
    </message>
    <message>
        <source>Roll the dice</source>
        <translation>サイコロを振る</translation>
    </message>
    <message>
        <source>Roll the dice for another seed</source>
        <translation>サイコロを振って別のシードにします</translation>
    </message>
    <message>
        <source>Keep the seed</source>
        <translation>シードを固定</translation>
    </message>
    <message>
        <source>The same seed and settings make the same picture again (random seed)</source>
        <translation>同じシードと設定なら、同じ画像をもう一度作れます（乱数シード）</translation>
    </message>
    <message>
        <source>The seed is kept; press to let it change</source>
        <translation>シードは固定されています。押すと変えられるようになります</translation>
    </message>
    <message>
        <source>Keep this seed</source>
        <translation>このシードを固定します</translation>
    </message>
</context>
<context>
    <name>ShortcutList</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>キーボードショートカット</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>印刷(&amp;P)…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>ShortcutsPage</name>
    <message>
        <source>&amp;Reset</source>
        <translation>元に戻す(&amp;R)</translation>
    </message>
    <message>
        <source>Reset &amp;all…</source>
        <translation>すべて元に戻す(&amp;A)…</translation>
    </message>
    <message>
        <source>Search a command or a key</source>
        <translation>コマンドまたはキーを検索</translation>
    </message>
    <message>
        <source>Set of shortcuts</source>
        <translation>ショートカットのセット</translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation>コマンドとキー</translation>
    </message>
    <message>
        <source>Key of the chosen command</source>
        <translation>選択したコマンドのキー</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>すべて元に戻す</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>コマンド</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>キー</translation>
    </message>
    <message>
        <source>S&amp;et</source>
        <translation>セット(&amp;E)</translation>
    </message>
    <message>
        <source>This key holds while the results have the focus.</source>
        <translation>このキーは結果の一覧にフォーカスがある間だけ有効です。</translation>
    </message>
    <message>
        <source>This key holds while the timeline has the focus.</source>
        <translation>このキーはタイムラインにフォーカスがある間だけ有効です。</translation>
    </message>
    <message>
        <source>{key} is what fields, lists or the picture take for themselves.</source>
        <translation>{key} は入力欄、一覧、画像の操作に使われるため割り当てられません。</translation>
    </message>
    <message>
        <source>{key} opens the menu {menu}.</source>
        <translation>{key} は「{menu}」メニューを開くキーです。</translation>
    </message>
    <message>
        <source>{key} belongs to {command}, which would lose it.</source>
        <translation>{key} は「{command}」で使われています。ここで使うと、そちらのキーはなくなります。</translation>
    </message>
    <message>
        <source>Use {key} here</source>
        <translation>ここで {key} を使う</translation>
    </message>
    <message>
        <source>Give all commands the keys of the set again?</source>
        <translation>すべてのコマンドのキーをセットの初期値に戻しますか？</translation>
    </message>
</context>
<context>
    <name>SizeField</name>
    <message>
        <source>Own size</source>
        <translation>サイズを指定</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>幅</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>高さ</translation>
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
        <translation>結果のサイズ</translation>
    </message>
    <message>
        <source>Drag to choose the size of the result</source>
        <translation>ドラッグして結果のサイズを選びます</translation>
    </message>
</context>
<context>
    <name>Stage</name>
    <message>
        <source>Animation</source>
        <translation>アニメーション</translation>
    </message>
    <message>
        <source>plays at {size}</source>
        <translation>{size} で再生</translation>
    </message>
    <message>
        <source>Things shimmer and drift; Flow lets water run.</source>
        <translation>ものが揺らめき、漂います。水を流すには「流れ」を使います。</translation>
    </message>
    <message>
        <source>The first frames are being drawn.</source>
        <translation>最初のフレームを描いています。</translation>
    </message>
    <message>
        <source>The picture moves as soon as the coarsest scale is learned.</source>
        <translation>最も粗いスケールを学習すると、画像が動き始めます。</translation>
    </message>
    <message>
        <source>Motion comes with learning the picture: press Learn.</source>
        <translation>動きは画像を学習すると加わります。「学習」を押してください。</translation>
    </message>
</context>
<context>
    <name>StartFrom</name>
    <message>
        <source>{meaning}, near the photo</source>
        <translation>{meaning}(写真に近い)</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>細部</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>構図</translation>
    </message>
    <message>
        <source>Grain</source>
        <translation>質感</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Start page</source>
        <translation>スタートページ</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>最近のプロジェクト</translation>
    </message>
    <message>
        <source>Learned already: try everything at once</source>
        <translation>学習済み：すぐにすべて試せます</translation>
    </message>
    <message>
        <source>Or begin with one of these</source>
        <translation>または、これらの画像から始める</translation>
    </message>
</context>
<context>
    <name>StartStrip</name>
    <message>
        <source>Start from</source>
        <translation>開始位置</translation>
    </message>
    <message>
        <source>changes more</source>
        <translation>変化が大きい</translation>
    </message>
    <message>
        <source>changes less</source>
        <translation>変化が小さい</translation>
    </message>
    <message>
        <source>How much changes (start scale): further left the layout too, further right only texture</source>
        <translation>どれだけ変えるか（開始スケール）: 左ほど構図も変わり、右ほど質感だけが変わります</translation>
    </message>
    <message>
        <source>Start scale {scale}: {width}×{height} px</source>
        <translation>開始スケール {scale}: {width}×{height} px</translation>
    </message>
    <message>
        <source>{size}: with this tool start further right</source>
        <translation>{size}:このツールではもっと右から始めます</translation>
    </message>
    <message>
        <source>{size}, learned in {remaining}</source>
        <translation>{size}、{remaining}後に学習完了</translation>
    </message>
    <message>
        <source>{size}, not learned yet</source>
        <translation>{size}、未学習</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message numerus="yes">
        <source>%n picture(s) to come</source>
        <translation>
            <numerusform>あと %n 枚</numerusform>
        </translation>
    </message>
    <message>
        <source>Saving when it has its full size</source>
        <translation>元の大きさになったら保存します</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) getting full size</source>
        <translation>
            <numerusform>%n 枚を元の大きさにしています</numerusform>
        </translation>
    </message>
    <message>
        <source>Improving to Standard {scale}/{scales}</source>
        <translation>標準に改善中 {scale}/{scales}</translation>
    </message>
    <message>
        <source>Learning one more model {scale}/{scales}</source>
        <translation>追加のモデルを学習中 {scale}/{scales}</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Status</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>What the studio is doing</source>
        <translation>現在の作業</translation>
    </message>
    <message>
        <source>Time left until everything is learned (estimated)</source>
        <translation>すべての学習が終わるまでの残り時間（推定）</translation>
    </message>
    <message>
        <source>Device that learns and draws (torch.device)</source>
        <translation>学習と描画に使うデバイス（torch.device）</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>再開</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>Go on learning where it stopped</source>
        <translation>止めたところから学習を続けます</translation>
    </message>
    <message>
        <source>Stop learning for now; what is learned is kept and the memory is freed</source>
        <translation>学習をいったん止めます。学習済みの内容は残り、メモリは解放されます</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>進捗</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>詳細</translation>
    </message>
    <message>
        <source>Show every scale while it is learned, and the losses</source>
        <translation>学習中の各スケールと損失を表示します</translation>
    </message>
</context>
<context>
    <name>StillDialog</name>
    <message>
        <source>Quality</source>
        <translation>品質</translation>
    </message>
    <message>
        <source>Smaller files or better pictures; 100 is best</source>
        <translation>小さいファイルか、よりよい画質か。100 が最高です</translation>
    </message>
    <message>
        <source>&amp;Keep the photo&apos;s EXIF</source>
        <translation>写真の EXIF を残す(&amp;K)</translation>
    </message>
    <message>
        <source>Camera, settings and author go into the file, and also where and when the photo was taken</source>
        <translation>カメラ、設定、作者のほか、写真を撮った場所と日時もファイルに入ります</translation>
    </message>
    <message>
        <source>Nothing is known that the photo&apos;s camera noted</source>
        <translation>この写真のカメラの情報はありません</translation>
    </message>
    <message>
        <source>&amp;Quality:</source>
        <translation>品質(&amp;Q):</translation>
    </message>
</context>
<context>
    <name>Swatches</name>
    <message>
        <source>The picture&apos;s colours</source>
        <translation>画像の色</translation>
    </message>
    <message>
        <source>Colour {name}</source>
        <translation>色 {name}</translation>
    </message>
    <message>
        <source>Paint with this colour of the picture</source>
        <translation>画像のこの色で塗ります</translation>
    </message>
</context>
<context>
    <name>TilePanel</name>
    <message>
        <source>&amp;Whole picture</source>
        <translation>画像全体(&amp;W)</translation>
    </message>
    <message>
        <source>Make the tile from the whole picture again</source>
        <translation>タイルを画像全体から作る設定に戻します</translation>
    </message>
    <message>
        <source>Show 3×3</source>
        <translation>3×3 で表示</translation>
    </message>
    <message>
        <source>See the tile beside itself on all sides</source>
        <translation>タイルを上下左右に並べて表示します</translation>
    </message>
    <message>
        <source>Move by half</source>
        <translation>半分ずらす</translation>
    </message>
    <message>
        <source>See where the tile meets itself in the middle</source>
        <translation>タイルのつなぎ目を中央に表示します</translation>
    </message>
    <message>
        <source>Select what the tile is made from, or leave it at the whole picture.</source>
        <translation>タイルの元にする部分を選択してください。選択しなければ画像全体から作ります。</translation>
    </message>
    <message>
        <source>The tile is made from {size} of the picture.</source>
        <translation>画像の {size} の部分からタイルを作ります。</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Timeline</source>
        <translation>タイムライン</translation>
    </message>
    <message>
        <source>Layout motion</source>
        <translation>構図の動き</translation>
    </message>
    <message>
        <source>Detail motion</source>
        <translation>細部の動き</translation>
    </message>
    <message>
        <source>The preview has room for {shown} frames and plays these; the file gets all {whole}.</source>
        <translation>プレビューに入るのは {shown} フレームまでで、それを再生しています。ファイルには全 {whole} フレームが入ります。</translation>
    </message>
</context>
<context>
    <name>TimelineActions</name>
    <message>
        <source>&amp;Play</source>
        <translation>再生(&amp;P)</translation>
    </message>
    <message>
        <source>Play, or stop</source>
        <translation>再生または停止します</translation>
    </message>
    <message>
        <source>&amp;First frame</source>
        <translation>最初のフレーム(&amp;F)</translation>
    </message>
    <message>
        <source>Go to the first frame</source>
        <translation>最初のフレームへ移ります</translation>
    </message>
    <message>
        <source>P&amp;revious frame</source>
        <translation>前のフレーム(&amp;R)</translation>
    </message>
    <message>
        <source>Go back one frame</source>
        <translation>1 フレーム戻ります</translation>
    </message>
    <message>
        <source>&amp;Next frame</source>
        <translation>次のフレーム(&amp;N)</translation>
    </message>
    <message>
        <source>Go on one frame</source>
        <translation>1 フレーム進みます</translation>
    </message>
    <message>
        <source>&amp;Last frame</source>
        <translation>最後のフレーム(&amp;L)</translation>
    </message>
    <message>
        <source>Go to the last frame</source>
        <translation>最後のフレームへ移ります</translation>
    </message>
    <message>
        <source>Play &amp;over and over</source>
        <translation>ループ再生(&amp;O)</translation>
    </message>
    <message>
        <source>Begin again at the end</source>
        <translation>最後まで来たら最初から再生します</translation>
    </message>
    <message>
        <source>&amp;Begin section here</source>
        <translation>ここから再生範囲(&amp;B)</translation>
    </message>
    <message>
        <source>Play from this frame on</source>
        <translation>このフレームから再生します</translation>
    </message>
    <message>
        <source>&amp;End section here</source>
        <translation>ここまで再生範囲(&amp;E)</translation>
    </message>
    <message>
        <source>Play up to this frame</source>
        <translation>このフレームまで再生します</translation>
    </message>
    <message>
        <source>&amp;Whole film</source>
        <translation>全体(&amp;W)</translation>
    </message>
    <message>
        <source>Play all of it</source>
        <translation>全体を再生します</translation>
    </message>
    <message>
        <source>&amp;Add key</source>
        <translation>キーを追加(&amp;A)</translation>
    </message>
    <message>
        <source>Add a key at the playhead</source>
        <translation>再生位置にキーを追加します</translation>
    </message>
    <message>
        <source>&amp;Delete keys</source>
        <translation>キーを削除(&amp;D)</translation>
    </message>
    <message>
        <source>Delete the chosen keys</source>
        <translation>選んだキーを削除します</translation>
    </message>
    <message>
        <source>&amp;Copy keys</source>
        <translation>キーをコピー(&amp;C)</translation>
    </message>
    <message>
        <source>Copy the chosen keys</source>
        <translation>選んだキーをコピーします</translation>
    </message>
    <message>
        <source>Pa&amp;ste keys</source>
        <translation>キーを貼り付け(&amp;S)</translation>
    </message>
    <message>
        <source>Put copied keys in at the playhead</source>
        <translation>コピーしたキーを再生位置に貼り付けます</translation>
    </message>
    <message>
        <source>Pre&amp;vious key</source>
        <translation>前のキー(&amp;V)</translation>
    </message>
    <message>
        <source>Go to the key before and choose it</source>
        <translation>前のキーへ移って選びます</translation>
    </message>
    <message>
        <source>Ne&amp;xt key</source>
        <translation>次のキー(&amp;X)</translation>
    </message>
    <message>
        <source>Go to the next key and choose it</source>
        <translation>次のキーへ移って選びます</translation>
    </message>
    <message>
        <source>C&amp;hoose all keys</source>
        <translation>すべてのキーを選ぶ(&amp;H)</translation>
    </message>
    <message>
        <source>Choose every key of the track</source>
        <translation>トラックのすべてのキーを選びます</translation>
    </message>
    <message>
        <source>&amp;Soft or straight</source>
        <translation>イーズ／リニア(&amp;S)</translation>
    </message>
    <message>
        <source>How the chosen keys go on to the next one</source>
        <translation>選んだキーから次のキーまでのイージング</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>前へ</translation>
    </message>
    <message>
        <source>Move the chosen keys back one frame</source>
        <translation>選んだキーを 1 フレーム前へ動かします</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>後へ</translation>
    </message>
    <message>
        <source>Move the chosen keys on one frame</source>
        <translation>選んだキーを 1 フレーム後へ動かします</translation>
    </message>
    <message>
        <source>More</source>
        <translation>大きく</translation>
    </message>
    <message>
        <source>Raise the value of the chosen keys</source>
        <translation>選んだキーの値を上げます</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>小さく</translation>
    </message>
    <message>
        <source>Lower the value of the chosen keys</source>
        <translation>選んだキーの値を下げます</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>元に戻す(&amp;U)</translation>
    </message>
    <message>
        <source>Take the last change back</source>
        <translation>最後の変更を取り消します</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>やり直す(&amp;R)</translation>
    </message>
    <message>
        <source>Make the change again that was taken back</source>
        <translation>取り消した変更をやり直します</translation>
    </message>
</context>
<context>
    <name>ToolColumn</name>
    <message>
        <source>Tools</source>
        <translation>ツール</translation>
    </message>
</context>
<context>
    <name>ToolPanel</name>
    <message>
        <source>S&amp;eed</source>
        <translation>シード(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;How many</source>
        <translation>枚数(&amp;H)</translation>
    </message>
    <message>
        <source>How many results to make</source>
        <translation>作る結果の数</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>Tour</source>
        <translation>ツアー</translation>
    </message>
    <message>
        <source>These variations were made by themselves. Click one to see it large.</source>
        <translation>これらのバリエーションは自動で作られました。クリックすると大きく表示されます。</translation>
    </message>
    <message>
        <source>Paint, edit or paste something in: the picture follows every stroke. Nothing is learned.</source>
        <translation>描く、編集する、何かを貼り付ける。ひと筆ごとに画像が変わります。学習は要りません。</translation>
    </message>
    <message>
        <source>How much may change: a new layout on the left, only the texture on the right.</source>
        <translation>どれだけ変えるか。左は新しい構図、右は質感だけです。</translation>
    </message>
    <message>
        <source>Learning adds new detail, and motion. It takes a while, and you go on meanwhile.</source>
        <translation>学習すると新しい細部と動きが加わります。時間はかかりますが、その間も作業できます。</translation>
    </message>
    <message>
        <source>Skip the tour</source>
        <translation>ツアーをやめる</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>次へ</translation>
    </message>
</context>
<context>
    <name>TrackView</name>
    <message>
        <source>Add key</source>
        <translation>キーの追加</translation>
    </message>
    <message>
        <source>Delete keys</source>
        <translation>キーの削除</translation>
    </message>
    <message>
        <source>Move keys</source>
        <translation>キーの移動</translation>
    </message>
    <message>
        <source>Change easing</source>
        <translation>イージングの変更</translation>
    </message>
    <message>
        <source>Paste keys</source>
        <translation>キーの貼り付け</translation>
    </message>
    <message numerus="yes">
        <source>%n key(s)</source>
        <translation>
            <numerusform>キー %n 個</numerusform>
        </translation>
    </message>
    <message>
        <source>Frame {frame}: {value}, eased</source>
        <translation>フレーム {frame}: {value}、イーズ</translation>
    </message>
    <message>
        <source>Frame {frame}: {value}, linear</source>
        <translation>フレーム {frame}: {value}、リニア</translation>
    </message>
    <message>
        <source>Double-click to add a key; drag keys to move them; 1 is the motion as it is set</source>
        <translation>ダブルクリックでキーを追加、ドラッグで移動。1 は設定どおりの動きです</translation>
    </message>
</context>
<context>
    <name>Transport</name>
    <message>
        <source>Playing</source>
        <translation>再生</translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s)</source>
        <translation>
            <numerusform>%n フレーム</numerusform>
        </translation>
    </message>
    <message>
        <source>Length in frames</source>
        <translation>フレーム数で表した長さ</translation>
    </message>
    <message>
        <source>Speed in frames per second</source>
        <translation>毎秒のフレーム数で表した速さ</translation>
    </message>
    <message>
        <source> fps</source>
        <translation> フレーム/秒</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>長さ</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速さ</translation>
    </message>
    <message>
        <source>{frame} of {length} · {seconds} of {duration} s</source>
        <translation>{frame} / {length} · {seconds} / {duration} 秒</translation>
    </message>
    <message>
        <source>drawing {count} of {length}</source>
        <translation>描画中 {count} / {length}</translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s) dropped</source>
        <translation>
            <numerusform>%n フレームを飛ばしました</numerusform>
        </translation>
    </message>
    <message>
        <source>true speed</source>
        <translation>本来の速さ</translation>
    </message>
</context>
<context>
    <name>UpscalePanel</name>
    <message>
        <source>Learned detail needs one more model of this picture, which is kept in the project.</source>
        <translation>学習による細部には、この画像のモデルがもう一つ必要です。モデルはプロジェクトに残ります。</translation>
    </message>
    <message>
        <source>The picture itself</source>
        <translation>元の画像に戻す</translation>
    </message>
    <message>
        <source>Enlarge the picture that was learned, not a result</source>
        <translation>結果ではなく、元の画像を拡大します</translation>
    </message>
    <message>
        <source>Enlarges the picture. Any result can be sent here from its menu.</source>
        <translation>画像を拡大します。どの結果も、そのメニューからここへ送れます。</translation>
    </message>
    <message>
        <source>Enlarges result #{number}.</source>
        <translation>結果 #{number} を拡大します。</translation>
    </message>
    <message>
        <source>Enlarges another picture.</source>
        <translation>別の画像を拡大します。</translation>
    </message>
    <message>
        <source>{before} become {after}.</source>
        <translation>{before} が {after} になります。</translation>
    </message>
    <message>
        <source>It takes about {time} and {memory} MB of memory.</source>
        <translation>約 {time} と {memory} MB のメモリを使います。</translation>
    </message>
    <message>
        <source>It takes about {whole}: {learning} of learning, once, and then {time} and {memory} MB of memory.</source>
        <translation>全部で約 {whole} かかります: 一度だけの学習に {learning}、その後 {time} と {memory} MB のメモリ。</translation>
    </message>
    <message>
        <source>A model has to be learned first, which takes long; then about {time}.</source>
        <translation>先にモデルの学習が必要で、時間がかかります。その後は約 {time} です。</translation>
    </message>
</context>
<context>
    <name>ZoomView</name>
    <message>
        <source>Picture</source>
        <translation>画像</translation>
    </message>
</context>
<context>
    <name>canvas</name>
    <message>
        <source>Brush</source>
        <translation>ブラシ</translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation>消しゴム</translation>
    </message>
    <message>
        <source>Sample from</source>
        <translation>取得元</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>移動</translation>
    </message>
    <message>
        <source>Fill</source>
        <translation>塗りつぶし</translation>
    </message>
    <message>
        <source>Select</source>
        <translation>選択</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>Transform</source>
        <translation>変形</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>変更する</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>残す</translation>
    </message>
    <message>
        <source>Protect</source>
        <translation>保護</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>解除</translation>
    </message>
    <message>
        <source>Moves</source>
        <translation>動く</translation>
    </message>
    <message>
        <source>Stays</source>
        <translation>動かない</translation>
    </message>
    <message>
        <source>Holds still</source>
        <translation>固定</translation>
    </message>
    <message>
        <source>Flows</source>
        <translation>流れる</translation>
    </message>
    <message>
        <source>Everything moves</source>
        <translation>全体が動く</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>貼り付け</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>切り取り</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Flip</source>
        <translation>反転</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>重ね順</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>ピン留め</translation>
    </message>
    <message>
        <source>Lift</source>
        <translation>持ち上げ</translation>
    </message>
    <message>
        <source>Grow the selection</source>
        <translation>選択範囲を拡張</translation>
    </message>
    <message>
        <source>Shrink the selection</source>
        <translation>選択範囲を縮小</translation>
    </message>
    <message>
        <source>Feather the selection</source>
        <translation>選択範囲をぼかす</translation>
    </message>
    <message>
        <source>Cut out</source>
        <translation>切り抜き</translation>
    </message>
    <message>
        <source>Go back to a result</source>
        <translation>結果の状態に戻る</translation>
    </message>
    <message>
        <source>Patch</source>
        <translation>パッチ</translation>
    </message>
    <message>
        <source>Arrow</source>
        <translation>矢印</translation>
    </message>
    <message>
        <source>Change arrow</source>
        <translation>矢印を変更</translation>
    </message>
    <message>
        <source>Remove arrow</source>
        <translation>矢印を削除</translation>
    </message>
    <message>
        <source>Remove all arrows</source>
        <translation>すべての矢印を削除</translation>
    </message>
</context>
<context>
    <name>choices</name>
    <message>
        <source>Fit</source>
        <translation>全体を入れる</translation>
    </message>
    <message>
        <source>Show all of it; the open picture stays visible beside it.</source>
        <translation>全体を表示します。残りの部分には開いている画像が見えます。</translation>
    </message>
    <message>
        <source>Fill</source>
        <translation>全面に広げる</translation>
    </message>
    <message>
        <source>Cover everything; what hangs over is cut off.</source>
        <translation>全面を覆い、はみ出した部分は切り取ります。</translation>
    </message>
    <message>
        <source>Stretch</source>
        <translation>引き伸ばす</translation>
    </message>
    <message>
        <source>Cover everything; the picture is distorted.</source>
        <translation>全面を覆います。画像は歪みます。</translation>
    </message>
    <message>
        <source>This picture has another shape ({width}×{height} px). How is it brought in?</source>
        <translation>この画像は縦横比が違います（{width}×{height} px）。どのように合わせますか？</translation>
    </message>
</context>
<context>
    <name>commands</name>
    <message>
        <source>Other</source>
        <translation>その他</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>タイムライン</translation>
    </message>
</context>
<context>
    <name>dialogs</name>
    <message>
        <source>Pictures ({patterns})</source>
        <translation>画像 ({patterns})</translation>
    </message>
    <message>
        <source>Projects and pictures ({patterns})</source>
        <translation>プロジェクトと画像 ({patterns})</translation>
    </message>
    <message>
        <source>Choose a picture</source>
        <translation>画像を選択</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
    <message>
        <source>Save the film of the learning</source>
        <translation>学習の記録を保存</translation>
    </message>
    <message>
        <source>Save a copy of the project</source>
        <translation>プロジェクトのコピーを保存</translation>
    </message>
    <message>
        <source>SinGAN Studio projects ({patterns})</source>
        <translation>SinGAN Studio プロジェクト ({patterns})</translation>
    </message>
    <message>
        <source>Export animation</source>
        <translation>アニメーションの書き出し</translation>
    </message>
    <message>
        <source>Still learning</source>
        <translation>学習中です</translation>
    </message>
    <message>
        <source>The picture is still being learned.</source>
        <translation>画像はまだ学習中です。</translation>
    </message>
    <message>
        <source>What is learned so far is kept, and you can go on later.</source>
        <translation>ここまでの学習は残り、あとで続けられます。</translation>
    </message>
    <message>
        <source>Keep learning</source>
        <translation>学習を続ける</translation>
    </message>
    <message>
        <source>About SinGAN Studio</source>
        <translation>SinGAN Studio について</translation>
    </message>
    <message>
        <source>Learns one picture and makes new ones of it.

Free software under the MIT licence. The method is that of SinGAN (Shaham, Dekel, Michaeli, ICCV 2019).</source>
        <translation>1 枚の画像を学習し、そこから新しい画像を作ります。

MIT ライセンスのフリーソフトウェアです。手法は SinGAN(Shaham, Dekel, Michaeli, ICCV 2019)によります。</translation>
    </message>
    <message>
        <source>Save result</source>
        <translation>結果を保存</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>フォルダー</translation>
    </message>
    <message>
        <source>No program here shows folders. This one is:</source>
        <translation>フォルダーを開けるプログラムがありません。場所は次のとおりです。</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>パスをコピー</translation>
    </message>
    <message>
        <source>Folder:</source>
        <translation>フォルダー:</translation>
    </message>
    <message>
        <source>File &amp;name:</source>
        <translation>ファイル名(&amp;N):</translation>
    </message>
    <message>
        <source>Kind of file:</source>
        <translation>ファイルの種類:</translation>
    </message>
    <message>
        <source>Choose pictures</source>
        <translation>画像を選択</translation>
    </message>
    <message>
        <source>Choose a folder of pictures</source>
        <translation>画像のフォルダーを選択</translation>
    </message>
    <message>
        <source>Folder for the projects</source>
        <translation>プロジェクトのフォルダー</translation>
    </message>
</context>
<context>
    <name>formats</name>
    <message>
        <source>GIF: plays everywhere</source>
        <translation>GIF: どこでも再生できる</translation>
    </message>
    <message>
        <source>MP4: video for phones and messengers</source>
        <translation>MP4: スマートフォンやメッセージ向けの動画</translation>
    </message>
    <message>
        <source>WebM: video for web pages</source>
        <translation>WebM: ウェブページ向けの動画</translation>
    </message>
    <message>
        <source>WebP: small, for browsers</source>
        <translation>WebP: 小さい、ブラウザー向け</translation>
    </message>
    <message>
        <source>APNG: without loss, for browsers</source>
        <translation>APNG: 劣化なし、ブラウザー向け</translation>
    </message>
    <message>
        <source>PNG pictures: a folder, one per frame</source>
        <translation>PNG 画像: フォルダーにフレームごとに 1 枚</translation>
    </message>
    <message>
        <source>PNG</source>
        <translation>PNG</translation>
    </message>
    <message>
        <source>JPEG: small, for photos</source>
        <translation>JPEG: 小さい、写真向き</translation>
    </message>
</context>
<context>
    <name>messages</name>
    <message>
        <source>{field} is {value}; allowed is {allowed} ({unit}).</source>
        <translation>{field} が {value} です。許容範囲は {allowed}({unit})です。</translation>
    </message>
    <message>
        <source>min_size is {min_size}, above max_size {max_size}; choose a smaller min_size.</source>
        <translation>min_size が {min_size} で、max_size の {max_size} を超えています。min_size を小さくしてください。</translation>
    </message>
    <message>
        <source>windows is {windows}; with batch norm it must be 1, for its statistics are of one picture.</source>
        <translation>windows が {windows} です。バッチ正規化では 1 でなければなりません。統計が 1 枚の画像のものだからです。</translation>
    </message>
    <message>
        <source>“{field}” is not a setting of this version.</source>
        <translation>「{field}」は、このバージョンの設定にはありません。</translation>
    </message>
    <message>
        <source>The settings cannot be read: {reason}.</source>
        <translation>設定を読み込めません: {reason}。</translation>
    </message>
    <message>
        <source>The recipe cannot be read: {reason}.</source>
        <translation>レシピを読み込めません: {reason}。</translation>
    </message>
    <message>
        <source>{path} exists; choose another name or use --force.</source>
        <translation>{path} は既にあります。別の名前にするか、--force を使ってください。</translation>
    </message>
    <message>
        <source>{path} is a folder; name a file.</source>
        <translation>{path} はフォルダーです。ファイルを指定してください。</translation>
    </message>
    <message>
        <source>The folder {folder} does not exist; {path} cannot be written.</source>
        <translation>フォルダー {folder} がないため、{path} を書き込めません。</translation>
    </message>
    <message>
        <source>{path} cannot be written: {reason}.</source>
        <translation>{path} を書き込めません: {reason}。</translation>
    </message>
    <message>
        <source>{name} does not exist; name a picture file.</source>
        <translation>{name} がありません。画像ファイルを指定してください。</translation>
    </message>
    <message>
        <source>{name} is a folder; name a picture file.</source>
        <translation>{name} はフォルダーです。画像ファイルを指定してください。</translation>
    </message>
    <message>
        <source>{name} is empty (0 bytes); choose another picture.</source>
        <translation>{name} は空です（0 バイト）。別の画像を選んでください。</translation>
    </message>
    <message>
        <source>{name} cannot be read: {reason}.</source>
        <translation>{name} を読み込めません: {reason}。</translation>
    </message>
    <message>
        <source>{name} is damaged or cut off ({reason}); get a whole copy of the picture.</source>
        <translation>{name} は壊れているか途中で切れています（{reason}）。完全な画像を用意してください。</translation>
    </message>
    <message>
        <source>{name} has {width}x{height} px; at most {megapixels} megapixels are allowed, shrink it first.</source>
        <translation>{name} は {width}x{height} px です。上限は {megapixels} メガピクセルです。先に縮小してください。</translation>
    </message>
    <message>
        <source>There is not enough memory to read {name}; shrink it first.</source>
        <translation>{name} を読み込むメモリが足りません。先に縮小してください。</translation>
    </message>
    <message>
        <source>The picture has {width}x{height} px; each side must have at least {low} px to be learned.</source>
        <translation>画像は {width}x{height} px です。学習するには各辺が {low} px 以上必要です。</translation>
    </message>
    <message>
        <source>The picture has {width}x{height} px; one side may be at most {ratio} times the other, crop it first.</source>
        <translation>画像は {width}x{height} px です。一辺はもう一辺の {ratio} 倍までです。先に切り抜いてください。</translation>
    </message>
    <message>
        <source>The picture had {width}x{height} px; it was shrunk to {side} px on its longer side.</source>
        <translation>画像は {width}x{height} px でしたが、長辺を {side} px に縮小しました。</translation>
    </message>
    <message>
        <source>The file holds several pictures; only the first one is used.</source>
        <translation>ファイルに複数の画像が含まれています。最初の 1 枚だけを使います。</translation>
    </message>
    <message>
        <source>Transparent parts were filled with white.</source>
        <translation>透明な部分は白で塗りました。</translation>
    </message>
    <message>
        <source>Results are transparent where the picture is; JPEG pictures and MP4 films are on white.</source>
        <translation>画像の透明な部分は結果でも透明です。JPEG の画像と MP4 の動画は背景が白になります。</translation>
    </message>
    <message>
        <source>The picture&apos;s values, {low} to {high}, were stretched to black to white.</source>
        <translation>画像の値 {low}～{high} を、黒から白までに引き伸ばしました。</translation>
    </message>
    <message>
        <source>The picture&apos;s colour profile does not fit it and was ignored; colours may be off.</source>
        <translation>画像のカラープロファイルが合わないため無視しました。色が違って見えることがあります。</translation>
    </message>
    <message>
        <source>The picture is CMYK without a colour profile; its colours are a guess.</source>
        <translation>カラープロファイルのない CMYK 画像です。色は推定です。</translation>
    </message>
    <message>
        <source>{path} does not exist.</source>
        <translation>{path} がありません。</translation>
    </message>
    <message>
        <source>{path} is not a SinGAN Studio project.</source>
        <translation>{path} は SinGAN Studio のプロジェクトではありません。</translation>
    </message>
    <message>
        <source>{path} was made by a newer SinGAN Studio (file version {version}, up to {known} is known here); update it.</source>
        <translation>{path} はより新しい SinGAN Studio で作られています（ファイルバージョン {version}、ここでは {known} まで対応）。アプリを更新してください。</translation>
    </message>
    <message>
        <source>{path} was made by a newer SinGAN Studio (its setting “{field}” is not known here); update it.</source>
        <translation>{path} はより新しい SinGAN Studio で作られています（設定「{field}」はここでは未対応）。アプリを更新してください。</translation>
    </message>
    <message>
        <source>{path} has the older file version {version} and cannot be changed there; copy it to a folder of yours.</source>
        <translation>{path} は古いファイルバージョン {version} で、その場所では変更できません。自分のフォルダーにコピーしてください。</translation>
    </message>
    <message>
        <source>{path} is cut off: {size} of {expected} bytes are there. It was left as it is; copy it again.</source>
        <translation>{path} は途中で切れています: {expected} バイト中 {size} バイトしかありません。ファイルはそのままです。もう一度コピーしてください。</translation>
    </message>
    <message>
        <source>{path} is damaged ({reason}). It was left as it is; use another copy of it.</source>
        <translation>{path} は壊れています（{reason}）。ファイルはそのままです。別のコピーを使ってください。</translation>
    </message>
    <message>
        <source>{path} cannot be read: {reason}.</source>
        <translation>{path} を読み込めません: {reason}。</translation>
    </message>
    <message>
        <source>{path} was not closed properly, and its folder is read-only; copy it and the files beside it elsewhere.</source>
        <translation>{path} は正しく閉じられておらず、フォルダーは読み取り専用です。隣のファイルと一緒に別の場所へコピーしてください。</translation>
    </message>
    <message>
        <source>{path} or its folder is read-only; copy it to a folder of yours first.</source>
        <translation>{path} またはそのフォルダーは読み取り専用です。先に自分のフォルダーにコピーしてください。</translation>
    </message>
    <message>
        <source>{path} or its folder is read-only, so this is a copy: what you do is kept in {copy}.</source>
        <translation>{path} またはそのフォルダーは読み取り専用のため、これはコピーです。作業内容は {copy} に保存されます。</translation>
    </message>
    <message>
        <source>{path} is this project itself, and always saved; choose another name.</source>
        <translation>{path} はこのプロジェクト自体で、常に保存されています。別の名前を選んでください。</translation>
    </message>
    <message>
        <source>{path} is open in another window or command; close it there first.</source>
        <translation>{path} は別のウィンドウまたはコマンドで開かれています。先にそちらを閉じてください。</translation>
    </message>
    <message>
        <source>The canvas of {tool} cannot be read ({reason}). It starts empty; nothing else is lost.</source>
        <translation>{tool} で手作業したものを読み込めません（{reason}）。最初から始まりますが、ほかに失われるものはありません。</translation>
    </message>
    <message>
        <source>{path} cannot be locked: {reason}.</source>
        <translation>{path} をロックできません: {reason}。</translation>
    </message>
    <message>
        <source>{path} was kept busy by another program for {seconds} s; try again.</source>
        <translation>{path} は別のプログラムが {seconds} 秒間使用していました。もう一度試してください。</translation>
    </message>
    <message>
        <source>The disk is full; {path} was not written, what was saved before is kept. Free some space and try again.</source>
        <translation>ディスクがいっぱいで、{path} を書き込めませんでした。以前の保存内容は残っています。空きを作ってからもう一度試してください。</translation>
    </message>
    <message>
        <source>{path} cannot be used: {reason}.</source>
        <translation>{path} を使用できません: {reason}。</translation>
    </message>
    <message>
        <source>{path} is learned already; crop the picture in a new project.</source>
        <translation>{path} はすでに学習されています。切り抜くには新しいプロジェクトを作ってください。</translation>
    </message>
    <message>
        <source>There is no model {model} in {path}.</source>
        <translation>{path} にモデル {model} はありません。</translation>
    </message>
    <message>
        <source>There is no result {result} in {path}.</source>
        <translation>{path} に結果 {result} はありません。</translation>
    </message>
    <message>
        <source>A picture that a result was made from is missing in {path} (SHA-256 {sha}).</source>
        <translation>結果のもとになった画像が {path} にありません（SHA-256 {sha}）。</translation>
    </message>
    <message>
        <source>Device {device} is not available here; allowed is {allowed}.</source>
        <translation>デバイス {device} はここでは使えません。使えるのは {allowed} です。</translation>
    </message>
    <message>
        <source>Out of memory on {device} at scale {scale}; finished scales are kept. Try a smaller size.</source>
        <translation>スケール {scale} で {device} のメモリが足りなくなりました。完了したスケールは残っています。小さいサイズで試してください。</translation>
    </message>
    <message>
        <source>Memory ran out at scale {scale}. Learning goes on with less at a time: {windows} × {width}×{height} px.</source>
        <translation>スケール {scale} でメモリが足りなくなりました。一度に扱う量を減らして学習を続けます：{windows} × {width}×{height} px。</translation>
    </message>
    <message>
        <source>Learning stopped: {reason}. Finished scales are kept.</source>
        <translation>学習が止まりました: {reason}。完了したスケールは残っています。</translation>
    </message>
    <message>
        <source>Learning went astray at scale {scale} (a loss is not a number); try another seed.</source>
        <translation>スケール {scale} で学習が発散しました（損失が数値ではありません）。別のシードで試してください。</translation>
    </message>
    <message>
        <source>The learned model in the project is damaged: {reason}.</source>
        <translation>プロジェクト内の学習済みモデルが壊れています: {reason}。</translation>
    </message>
    <message>
        <source>The start scale is {value}; allowed is {allowed}.</source>
        <translation>開始スケールが {value} です。許容範囲は {allowed} です。</translation>
    </message>
    <message>
        <source>The size is {width}x{height}; allowed is {low}..{high} px on each side.</source>
        <translation>サイズが {width}x{height} です。各辺は {low}..{high} px です。</translation>
    </message>
    <message>
        <source>The keyframes are {value}; allowed are lists of keys by track: {allowed}.</source>
        <translation>キーフレームが {value} です。使えるのはトラックごとのキーのリストです: {allowed}。</translation>
    </message>
    <message>
        <source>This needs {needed} learned scales, and {finished} is learned. Learn some more first.</source>
        <translation>学習済みスケールが {needed} 必要ですが、{finished} しかありません。先に学習を進めてください。</translation>
    </message>
    <message>
        <source>{path} has more than {limit} MB, and no such file is that long; choose another one.</source>
        <translation>{path} は {limit} MB を超えています。このような長いファイルはありえません。別のファイルを選んでください。</translation>
    </message>
    <message>
        <source>{path} is a pipe or a device; name an ordinary file.</source>
        <translation>{path} はパイプまたはデバイスです。通常のファイルを指定してください。</translation>
    </message>
    <message>
        <source>{path} is read by this command and would be replaced by its result; choose another name.</source>
        <translation>{path} はこのコマンドが読み込むファイルで、結果に置き換えられてしまいます。別の名前を選んでください。</translation>
    </message>
    <message>
        <source>The name of {path} is too long: at most {limit} bytes are allowed; choose a shorter one.</source>
        <translation>{path} の名前が長すぎます。許されるのは {limit} バイトまでです。短い名前を選んでください。</translation>
    </message>
    <message>
        <source>{name} is not a picture that can be read; allowed are PNG, JPEG, TIFF, WebP, HEIC, AVIF, GIF, BMP and PPM.</source>
        <translation>{name} は読み込める画像ではありません。PNG、JPEG、TIFF、WebP、HEIC、AVIF、GIF、BMP、PPM が使えます。</translation>
    </message>
    <message>
        <source>{name} lacks its end: the missing part is grey. Get a whole copy if there is one.</source>
        <translation>{name} は末尾が欠けているため、欠けた部分は灰色になっています。あれば完全なコピーを使ってください。</translation>
    </message>
    <message>
        <source>{path} is no name for a project; let it end in .singan.</source>
        <translation>{path} はプロジェクトの名前として使えません。末尾を .singan にしてください。</translation>
    </message>
    <message>
        <source>{path} is not a SinGAN Studio project, so no project may replace it; choose another name.</source>
        <translation>{path} は SinGAN Studio のプロジェクトではないため、プロジェクトで置き換えません。別の名前を選んでください。</translation>
    </message>
    <message>
        <source>{path} is in use under another name; close it there first.</source>
        <translation>{path} は別の名前で使用中です。先にそちらを閉じてください。</translation>
    </message>
    <message>
        <source>{path} was moved, deleted or replaced while it was in use. Save a copy, or what was done since is lost.</source>
        <translation>{path} は使用中に移動、削除、または置き換えられました。コピーを保存しないと、その後の作業が失われます。</translation>
    </message>
    <message>
        <source>{path} was moved, deleted or replaced while it was in use. Everything is kept in {copy}.</source>
        <translation>{path} は使用中に移動、削除、または置き換えられました。すべて {copy} に保存されています。</translation>
    </message>
    <message>
        <source>The settings of result #{result} cannot be read ({reason}). Everything else is there.</source>
        <translation>結果 #{result} の設定を読み込めません ({reason})。それ以外はすべて残っています。</translation>
    </message>
    <message>
        <source>The mask is empty: nothing in it is opaque or bright. Mark the area that may change.</source>
        <translation>マスクが空です。不透明な部分も明るい部分もありません。変えてよい領域を指定してください。</translation>
    </message>
    <message>
        <source>What the mask marks was cropped away when it was fitted ({how}); fit it in another way, or mark more.</source>
        <translation>マスクで指定した部分は、サイズを合わせたとき（{how}）に切り取られました。別の合わせ方にするか、もっと広く指定してください。</translation>
    </message>
    <message>
        <source>{tool} needs one more model of this picture ({kind}); it is learned now and kept in the project.</source>
        <translation>{tool} には、この画像のモデルがもう 1 つ（{kind}）必要です。今から学習してプロジェクトに残します。</translation>
    </message>
    <message>
        <source>The result would have {width}x{height} px; allowed are {limit} px on the longer side: a factor of {allowed}.</source>
        <translation>結果は {width}x{height} px になります。長辺は {limit} px まで、倍率では {allowed} までです。</translation>
    </message>
    <message>
        <source>{name} has {width}x{height} px, the original {wanted_width}x{wanted_height}; it was fitted ({how}).</source>
        <translation>{name} は {width}x{height} px、元画像は {wanted_width}x{wanted_height} です。サイズを合わせました（{how}）。</translation>
    </message>
    <message>
        <source>Nothing is learned yet; learn the picture first.</source>
        <translation>まだ何も学習していません。先に画像を学習してください。</translation>
    </message>
    <message>
        <source>The {role} process ended by itself ({reason}). Finished scales are kept; details are in {log}.</source>
        <translation>{role}プロセスが自ら終了しました（{reason}）。完了したスケールは残っています。詳細は {log} にあります。</translation>
    </message>
    <message>
        <source>The {role} process was ended: {reason}. Finished scales are kept; details are in {log}.</source>
        <translation>{role}プロセスが終了させられました: {reason}。完了したスケールは残っています。詳細は {log} にあります。</translation>
    </message>
    <message>
        <source>The {role} process was ended: {reason}. Finished scales are kept.</source>
        <translation>{role}プロセスが終了させられました: {reason}。完了したスケールは残っています。</translation>
    </message>
    <message>
        <source>The {role} process does not fit this program ({reason}); restart SinGAN Studio.</source>
        <translation>{role}プロセスがこのプログラムと合いません（{reason}）。SinGAN Studio を再起動してください。</translation>
    </message>
    <message>
        <source>The {role} process could not be started: {reason}. Close other programs and try again.</source>
        <translation>{role}プロセスを開始できませんでした: {reason}。ほかのプログラムを閉じて、もう一度試してください。</translation>
    </message>
    <message>
        <source>The picture was cancelled.</source>
        <translation>画像の作成を中止しました。</translation>
    </message>
    <message>
        <source>No project is open; open one first.</source>
        <translation>プロジェクトが開かれていません。先に開いてください。</translation>
    </message>
    <message>
        <source>Out of memory on {device}; the picture was not made. Try a smaller size.</source>
        <translation>{device} のメモリが足りず、画像を作れませんでした。小さいサイズで試してください。</translation>
    </message>
    <message>
        <source>The picture could not be made: {reason}.</source>
        <translation>画像を作れませんでした: {reason}。</translation>
    </message>
    <message>
        <source>Too little of the picture is left to take patches from; exclude less of it.</source>
        <translation>画像にパッチを取れる部分がほとんど残っていません。除外する範囲を減らしてください。</translation>
    </message>
    <message>
        <source>{tool} needs a learned model: the picture must be learned first.</source>
        <translation>{tool}には学習済みのモデルが必要です。先に画像を学習してください。</translation>
    </message>
    <message>
        <source>The recipe needs {value} scales; this model has finished {finished}.</source>
        <translation>レシピには {value} スケール必要ですが、このモデルで完了しているのは {finished} です。</translation>
    </message>
    <message>
        <source>“{name}” is not a tool of this version; it has {allowed}.</source>
        <translation>「{name}」は、このバージョンのツールにはありません。あるのは {allowed} です。</translation>
    </message>
    <message>
        <source>{tool} has no parameter “{name}”; it has {allowed}.</source>
        <translation>{tool} にパラメーター「{name}」はありません。あるのは {allowed} です。</translation>
    </message>
    <message>
        <source>There is no keyframe track “{name}”; allowed is {allowed}.</source>
        <translation>キーフレームのトラック「{name}」はありません。使えるのは {allowed} です。</translation>
    </message>
    <message>
        <source>In the track {name} is {value}; allowed are keys of frame, value and ease (or without).</source>
        <translation>トラック {name} に {value} があります。使えるのは frame、value、ease（省略可）からなるキーです。</translation>
    </message>
    <message>
        <source>The track {name} has two keys at frame {frame}; leave one of them out.</source>
        <translation>トラック {name} のフレーム {frame} にキーが 2 つあります。片方を取り除いてください。</translation>
    </message>
    <message>
        <source>Nothing flows yet: give at least one arrow, x,y,dx,dy in pixels of the picture.</source>
        <translation>まだ何も流れません。矢印を 1 本以上、画像のピクセルで x,y,dx,dy と指定してください。</translation>
    </message>
    <message>
        <source>Something unexpected happened ({reason}). Help &gt; Logs holds the details for a report.</source>
        <translation>予期しない問題が起きました（{reason}）。報告に必要な詳細は「ヘルプ &gt; ログ」にあります。</translation>
    </message>
    <message>
        <source>The change of the canvas failed and was taken back ({reason}); Help &gt; Logs holds the details.</source>
        <translation>キャンバスの変更に失敗したため、取り消しました（{reason}）。詳細は「ヘルプ &gt; ログ」にあります。</translation>
    </message>
    <message>
        <source>The user guide is not part of this installation. Every command says what it does in the last line.</source>
        <translation>このインストールにはユーザーガイドが含まれていません。各コマンドの説明は一番下の行に表示されます。</translation>
    </message>
    <message>
        <source>The hole is filled roughly. Fill invents what could be there from the rest of the picture.</source>
        <translation>穴はおおまかに埋めてあります。「穴埋め」は、そこにありそうなものを画像の残りの部分から作り出します。</translation>
    </message>
    <message>
        <source>{count} more dropped: {name} is the next. This project is saved and stays in the list.</source>
        <translation>ほかに {count} 件がドロップされました。次は {name} です。このプロジェクトは保存済みで、一覧に残ります。</translation>
    </message>
    <message>
        <source>The clipboard holds no picture; copy a picture or a picture file first.</source>
        <translation>クリップボードに画像がありません。先に画像または画像ファイルをコピーしてください。</translation>
    </message>
    <message>
        <source>The settings come from another model: the same seed and parameters make another picture with this one.</source>
        <translation>この設定は別のモデルのものです。同じシードと設定でも、このモデルでは別の画像になります。</translation>
    </message>
    <message>
        <source>The draft is learned. It can be improved to Standard in the background; it stays in use meanwhile.</source>
        <translation>下書きの学習が終わりました。下書きを使いながら、裏で標準に改善できます。</translation>
    </message>
    <message>
        <source>The improved model is ready and in use now.</source>
        <translation>改善したモデルができました。今から使われます。</translation>
    </message>
    <message>
        <source>There is no film of this model: it was learned without the window. Learn it again to get one.</source>
        <translation>このモデルは画面なしで学習されたため、記録がありません。もう一度学習すると記録されます。</translation>
    </message>
    <message>
        <source>Result #{result} is deleted.</source>
        <translation>結果 #{result} を削除しました。</translation>
    </message>
    <message>
        <source>Copied: {command}</source>
        <translation>コピーしました：{command}</translation>
    </message>
    <message>
        <source>Result #{result} is in the clipboard.</source>
        <translation>結果 #{result} をクリップボードに入れました。</translation>
    </message>
    <message>
        <source>Saved {path}</source>
        <translation>{path} を保存しました</translation>
    </message>
    <message>
        <source>No project is open; open a picture first.</source>
        <translation>プロジェクトが開かれていません。先に画像を開いてください。</translation>
    </message>
    <message>
        <source>{folder} already holds {count} projects named {name}; move some of them away.</source>
        <translation>{folder} には {name} という名前のプロジェクトが既に {count} 個あります。いくつか移動してください。</translation>
    </message>
    <message>
        <source>There is no room for the frames of the film: {reason}. Free some space and try again.</source>
        <translation>動画のフレームを置く場所がありません: {reason}。空きを作ってから、もう一度試してください。</translation>
    </message>
    <message>
        <source>{path} does not end as a film does; allowed is {allowed}, or --format png for a folder of pictures.</source>
        <translation>{path} の末尾は動画のものではありません。使えるのは {allowed}、または画像のフォルダーなら --format png です。</translation>
    </message>
    <message>
        <source>The encoder ffmpeg is missing; install the package imageio-ffmpeg again.</source>
        <translation>エンコーダー ffmpeg がありません。パッケージ imageio-ffmpeg を入れ直してください。</translation>
    </message>
    <message>
        <source>A film in the format {format} cannot play {wanted} frames a second; this one plays {fps}.</source>
        <translation>{format} 形式の動画は毎秒 {wanted} フレームで再生できません。この動画は毎秒 {fps} フレームになります。</translation>
    </message>
    <message>
        <source>A film in this format cannot be transparent: it is on white.</source>
        <translation>この形式の動画は透明にできません。背景は白になります。</translation>
    </message>
    <message>
        <source>A pixel in this format is transparent or not: edges are hard.</source>
        <translation>この形式のピクセルは透明か不透明のどちらかなので、縁は硬くなります。</translation>
    </message>
    <message>
        <source>{path} does not fit the format {format}; allowed is {allowed}.</source>
        <translation>{path} は形式 {format} に合いません。使えるのは {allowed} です。</translation>
    </message>
    <message>
        <source>This ffmpeg has no encoder {name}; choose another format or install imageio-ffmpeg again.</source>
        <translation>この ffmpeg にはエンコーダー {name} がありません。別の形式を選ぶか、imageio-ffmpeg を入れ直してください。</translation>
    </message>
    <message>
        <source>The disk is full; the film was not written. Free some space and try again.</source>
        <translation>ディスクがいっぱいで、動画は書き込まれませんでした。空きを作ってから、もう一度試してください。</translation>
    </message>
    <message>
        <source>There are no frames to write; ask for at least one.</source>
        <translation>書き込むフレームがありません。1 枚以上を指定してください。</translation>
    </message>
    <message>
        <source>The film cannot be written: {reason}.</source>
        <translation>動画を書き込めません: {reason}。</translation>
    </message>
    <message>
        <source>The output cannot be written: {reason}. What is finished is kept.</source>
        <translation>出力を書き込めません: {reason}。完成したものは残っています。</translation>
    </message>
    <message>
        <source>{reason}; singan-studio -h shows what is allowed.</source>
        <translation>{reason}。使い方は singan-studio -h で確認できます。</translation>
    </message>
    <message>
        <source>Something unexpected happened ({reason}); details are in {log}.</source>
        <translation>予期しない問題が起きました（{reason}）。詳細は {log} にあります。</translation>
    </message>
    <message>
        <source>There is no display, so {path} is learned here, without the window.</source>
        <translation>画面がないため、ウィンドウなしで {path} を学習します。</translation>
    </message>
    <message>
        <source>The window cannot open ({reason}); the commands work without it, see singan-studio -h.</source>
        <translation>ウィンドウを開けません（{reason}）。コマンドはそのまま使えます。singan-studio -h を参照してください。</translation>
    </message>
    <message>
        <source>{path} is a file; name a folder.</source>
        <translation>{path} はファイルです。フォルダーを指定してください。</translation>
    </message>
    <message>
        <source>The folder {path} is not empty; choose another name.</source>
        <translation>フォルダー {path} は空ではありません。別の名前にしてください。</translation>
    </message>
    <message>
        <source>{first} and {second} exclude each other; give one of them.</source>
        <translation>{first} と {second} は同時に使えません。どちらか一方を指定してください。</translation>
    </message>
    <message>
        <source>{field} is {value}; allowed is WIDTHxHEIGHT in px, for instance 300x200.</source>
        <translation>{field} が {value} です。300x200 のように「幅x高さ」(px)で指定してください。</translation>
    </message>
    <message>
        <source>{field} is {path}, which cannot be read as JSON: {reason}.</source>
        <translation>{field} に指定された {path} は JSON として読み取れません: {reason}。</translation>
    </message>
    <message>
        <source>The photo&apos;s camera noted nothing that could be kept, or the project was made without it.</source>
        <translation>残せるカメラの情報が写真にないか、プロジェクトがその情報なしで作られました。</translation>
    </message>
    <message>
        <source>{path} does not end in {allowed}; the result is a picture.</source>
        <translation>{path} は {allowed} で終わっていません。結果は画像です。</translation>
    </message>
    <message>
        <source>{path} does not exist, so there is nothing to resume; leave --resume out.</source>
        <translation>{path} がないため、再開できません。--resume を外してください。</translation>
    </message>
    <message>
        <source>{image} is not there; learning goes on with the picture in {path}.</source>
        <translation>{image} が見つかりません。{path} の中の画像で学習を続けます。</translation>
    </message>
    <message>
        <source>{image} is not the picture that {path} learns; give that one, or another project name.</source>
        <translation>{image} は {path} が学習している画像ではありません。その画像か、別のプロジェクト名を指定してください。</translation>
    </message>
    <message>
        <source>{field} is {value}, but {path} was begun with {begun}; leave the option out to go on.</source>
        <translation>{field} が {value} ですが、{path} は {begun} で始められました。続けるにはこのオプションを外してください。</translation>
    </message>
    <message>
        <source>{path} holds no recipe; only pictures and films made by this program can be made again.</source>
        <translation>{path} にはレシピがありません。作り直せるのは、このプログラムで作った画像と動画だけです。</translation>
    </message>
    <message>
        <source>The project that made {path} was not found; name it with --project.</source>
        <translation>{path} を作ったプロジェクトが見つかりません。--project で指定してください。</translation>
    </message>
    <message>
        <source>{project} does not hold the model that made {path}; name another one with --project.</source>
        <translation>{project} には {path} を作ったモデルがありません。--project で別のプロジェクトを指定してください。</translation>
    </message>
    <message>
        <source>{field} was not used: it needs --model {model}.</source>
        <translation>{field} は使われませんでした。--model {model} が必要です。</translation>
    </message>
    <message>
        <source>--pin {value} lies outside the {width}x{height} px.</source>
        <translation>--pin {value} は {width}x{height} px の外にあります。</translation>
    </message>
    <message>
        <source>Name the {name} that {path} was made with by --input.</source>
        <translation>{path} の作成に使った {name} を --input で指定してください。</translation>
    </message>
    <message>
        <source>{path} was no input of this result.</source>
        <translation>{path} はこの結果の作成に使われていません。</translation>
    </message>
    <message>
        <source>The picture was made with {name} {before}, now it is {after}; single bits may differ.</source>
        <translation>この画像は {name} {before} で作られましたが、現在は {after} です。わずかな違いが出ることがあります。</translation>
    </message>
    <message>
        <source>{path} is not a folder; name the folder of the pictures first and the options after it.</source>
        <translation>{path} はフォルダーではありません。最初に画像のフォルダーを、その後にオプションを指定してください。</translation>
    </message>
    <message>
        <source>{path} is the folder of the pictures; choose another one for the results.</source>
        <translation>{path} は画像のフォルダーです。結果には別のフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>{folder} holds nothing to work on; allowed are files that end in {allowed}.</source>
        <translation>{folder} には処理できるものがありません。使えるのは、末尾が {allowed} のファイルです。</translation>
    </message>
    <message>
        <source>The results in {folder} were made with other settings ({changes}); choose another folder, or make all again with --force.</source>
        <translation>{folder} の結果は別の設定で作られています（{changes}）。別のフォルダーを選ぶか、--force ですべて作り直してください。</translation>
    </message>
    <message>
        <source>A batch goes on by itself where it stopped; leave --resume out.</source>
        <translation>一括処理は止まったところから自動的に再開します。--resume は付けないでください。</translation>
    </message>
    <message>
        <source>The process that worked on it ended suddenly (code {code}); memory may have run out.</source>
        <translation>処理していたプロセスが突然終了しました（コード {code}）。メモリが足りなくなった可能性があります。</translation>
    </message>
    <message>
        <source>The workers of the cluster could not finish it: {reason}.</source>
        <translation>クラスターのワーカーは処理を完了できませんでした: {reason}。</translation>
    </message>
    <message>
        <source>--cluster needs Dask distributed, which is not installed: pip install &apos;singan-studio[cluster]&apos;</source>
        <translation>--cluster には Dask distributed が必要ですが、インストールされていません: pip install &apos;singan-studio[cluster]&apos;</translation>
    </message>
    <message>
        <source>No cluster answers at {address}: {reason}.</source>
        <translation>{address} で応答するクラスターがありません: {reason}。</translation>
    </message>
    <message>
        <source>The results are not kept in the project, only as files: {reason}.</source>
        <translation>結果はプロジェクトには残らず、ファイルとしてのみ保存されます: {reason}。</translation>
    </message>
    <message>
        <source>Another window of the studio has the queue; add the pictures there.</source>
        <translation>キューは別のスタジオのウィンドウで使われています。画像はそちらに追加してください。</translation>
    </message>
    <message>
        <source>This learned model cannot hold pins: add --model patches.</source>
        <translation>この学習済みモデルではピン留めできません。--model patches を付けてください。</translation>
    </message>
    <message>
        <source>No pictures are among these files.</source>
        <translation>これらのファイルに画像はありません。</translation>
    </message>
    <message>
        <source>The queue is through: {done} pictures done, {failed} failed.</source>
        <translation>キューの処理が終わりました：完了 {done} 枚、失敗 {failed} 枚。</translation>
    </message>
</context>
<context>
    <name>queue</name>
    <message>
        <source>Done: {project}</source>
        <translation>完了: {project}</translation>
    </message>
    <message>
        <source>Waiting, {percent}% is done</source>
        <translation>待機中、{percent}% 完了</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>待機中</translation>
    </message>
    <message>
        <source>Drawing variations</source>
        <translation>バリエーションを作成中</translation>
    </message>
    <message>
        <source>Beginning</source>
        <translation>開始中</translation>
    </message>
    <message>
        <source>Learning, scale {scale} of {scales}</source>
        <translation>学習中、スケール {scale} / {scales}</translation>
    </message>
    <message>
        <source>{done} of {total} done</source>
        <translation>{total} 枚中 {done} 枚完了</translation>
    </message>
    <message>
        <source>{count} failed</source>
        <translation>失敗 {count} 枚</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>一時停止中</translation>
    </message>
    <message>
        <source>waits until the open picture is learned</source>
        <translation>開いている画像の学習が終わるのを待っています</translation>
    </message>
</context>
<context>
    <name>samples</name>
    <message>
        <source>Autumn mountain</source>
        <translation>秋の山</translation>
    </message>
    <message>
        <source>Blue flowers</source>
        <translation>青い花</translation>
    </message>
    <message>
        <source>Citrus fruits</source>
        <translation>柑橘</translation>
    </message>
    <message>
        <source>City skyline</source>
        <translation>街の夜景</translation>
    </message>
    <message>
        <source>Dandelions</source>
        <translation>タンポポの綿毛</translation>
    </message>
    <message>
        <source>Desert dune</source>
        <translation>砂丘</translation>
    </message>
    <message>
        <source>Galaxies</source>
        <translation>銀河</translation>
    </message>
    <message>
        <source>Gravel</source>
        <translation>砂利</translation>
    </message>
    <message>
        <source>Mountain lake</source>
        <translation>山の湖</translation>
    </message>
    <message>
        <source>Ocean waves</source>
        <translation>大海の波</translation>
    </message>
    <message>
        <source>Tea hills</source>
        <translation>茶畑の丘</translation>
    </message>
    <message>
        <source>Tulips</source>
        <translation>チューリップ</translation>
    </message>
</context>
<context>
    <name>shortcutList</name>
    <message>
        <source>Move the picture</source>
        <translation>画像を動かす</translation>
    </message>
    <message>
        <source>Space or middle button, and drag</source>
        <translation>スペースまたは中ボタンを押しながらドラッグ</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>拡大・縮小</translation>
    </message>
    <message>
        <source>Wheel; + and −</source>
        <translation>ホイール、+ と −</translation>
    </message>
    <message>
        <source>Take a colour with the brush</source>
        <translation>ブラシで色を取る</translation>
    </message>
    <message>
        <source>Alt or Ctrl, and click</source>
        <translation>Alt または Ctrl を押しながらクリック</translation>
    </message>
    <message>
        <source>Paint a straight line</source>
        <translation>直線を描く</translation>
    </message>
    <message>
        <source>Shift, and click</source>
        <translation>Shift を押しながらクリック</translation>
    </message>
    <message>
        <source>Apply or give up a transform</source>
        <translation>変形を適用する、またはやめる</translation>
    </message>
    <message>
        <source>Enter or Esc</source>
        <translation>Enter または Esc</translation>
    </message>
    <message>
        <source>On the picture</source>
        <translation>画像の上で</translation>
    </message>
</context>
<context>
    <name>stops</name>
    <message>
        <source>New layout</source>
        <translation>新しい構図</translation>
    </message>
    <message>
        <source>Changes much</source>
        <translation>大きく変える</translation>
    </message>
    <message>
        <source>Changes some</source>
        <translation>ある程度変える</translation>
    </message>
    <message>
        <source>Changes a little</source>
        <translation>少しだけ変える</translation>
    </message>
    <message>
        <source>Keeps the shapes</source>
        <translation>形を保つ</translation>
    </message>
    <message>
        <source>Changes only texture</source>
        <translation>質感だけ変える</translation>
    </message>
    <message>
        <source>Changes only detail</source>
        <translation>細部だけ変える</translation>
    </message>
</context>
<context>
    <name>tools</name>
    <message>
        <source>Variations</source>
        <translation>バリエーション</translation>
    </message>
    <message>
        <source>Make new pictures that look like yours.</source>
        <translation>あなたの画像に似た、新しい画像を作ります。</translation>
    </message>
    <message>
        <source>Start from</source>
        <translation>開始位置</translation>
    </message>
    <message>
        <source>Stop where chance begins: 0 makes a new layout, later ones keep more and more of the picture.</source>
        <translation>変化が始まる段階。0 は構図から作り直し、大きいほど元の画像を多く残します。</translation>
    </message>
    <message>
        <source>Width and height of the result; the usual size if not given.</source>
        <translation>結果の幅と高さ。指定しなければ通常のサイズです。</translation>
    </message>
    <message>
        <source>How different</source>
        <translation>変化の大きさ</translation>
    </message>
    <message>
        <source>Low values stay near the picture, high ones move everything to another place.</source>
        <translation>小さい値では元の画像に近く、大きい値ではすべてが別の場所へ移ります。</translation>
    </message>
    <message>
        <source>Keep places</source>
        <translation>位置を保つ</translation>
    </message>
    <message>
        <source>How firmly things stay at their height, as the sky above the land; -1 is as suits the picture.</source>
        <translation>空は陸の上、というように、物をどれだけ元の高さに保つか。-1 では画像に合わせます。</translation>
    </message>
    <message>
        <source>As suits</source>
        <translation>画像に合わせる</translation>
    </message>
    <message>
        <source>Pinned parts</source>
        <translation>ピン留めした部分</translation>
    </message>
    <message>
        <source>Part of the picture, and where its upper left corner is in every result; can be repeated.</source>
        <translation>画像の一部と、結果の中でその左上の角を置く位置。何度でも指定できます。</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>Tileable</source>
        <translation>シームレスタイル</translation>
    </message>
    <message>
        <source>The result repeats without a seam, left to right and top to bottom.</source>
        <translation>結果を左右上下に並べても継ぎ目が見えません。</translation>
    </message>
    <message>
        <source>Animate</source>
        <translation>アニメーション</translation>
    </message>
    <message>
        <source>Let the picture shimmer and drift: a film of small variations.</source>
        <translation>画像をゆらめかせ、漂わせます。小さな変化をつないだ動画です。</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>ループ</translation>
    </message>
    <message>
        <source>The last frame leads exactly into the first, or the film goes there and back, or ends.</source>
        <translation>最後のフレームが最初のフレームに正確につながるか、往復するか、そこで終わります。</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>シームレスループ</translation>
    </message>
    <message>
        <source>There and back</source>
        <translation>往復</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>ループなし</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>フレーム数</translation>
    </message>
    <message>
        <source>Length of the film.</source>
        <translation>動画の長さ。</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速さ</translation>
    </message>
    <message>
        <source>Frames per second.</source>
        <translation>1 秒あたりのフレーム数。</translation>
    </message>
    <message>
        <source>Layout motion</source>
        <translation>構図の動き</translation>
    </message>
    <message>
        <source>How much large shapes move.</source>
        <translation>大きな形がどれだけ動くか。</translation>
    </message>
    <message>
        <source>Detail motion</source>
        <translation>細部の動き</translation>
    </message>
    <message>
        <source>How much texture and small things move.</source>
        <translation>質感や小さなものがどれだけ動くか。</translation>
    </message>
    <message>
        <source>Sway</source>
        <translation>揺れ</translation>
    </message>
    <message>
        <source>How far shapes are carried to and fro, in percent of the picture&apos;s longer side.</source>
        <translation>形がどれだけ行き来するか（画像の長辺に対するパーセント）。</translation>
    </message>
    <message>
        <source>Motion per scale</source>
        <translation>スケールごとの動き</translation>
    </message>
    <message>
        <source>How far each scale&apos;s noise moves, the coarsest first; the last one goes on.</source>
        <translation>各スケールのノイズがどれだけ動くか（粗いものから順に）。最後の値が残りのスケールに使われます。</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>戻り</translation>
    </message>
    <message>
        <source>How soon what moved comes back (alpha); high values flicker.</source>
        <translation>動いたものがどれだけ早く戻るか（アルファ）。大きな値ではちらつきます。</translation>
    </message>
    <message>
        <source>Keyframes</source>
        <translation>キーフレーム</translation>
    </message>
    <message>
        <source>Layout motion, detail motion, return and smoothness over time.</source>
        <translation>構図の動き、細部の動き、戻り、なめらかさの時間変化。</translation>
    </message>
    <message>
        <source>What moves</source>
        <translation>動く部分</translation>
    </message>
    <message>
        <source>Picture of the area that moves: opaque where it has transparency, else bright.</source>
        <translation>動く部分を示す画像: 透明部分があれば不透明な所、なければ明るい所。</translation>
    </message>
    <message>
        <source>Width and height of the film; the learned size if not given, with a mask the original&apos;s.</source>
        <translation>動画の幅と高さ。指定しなければ学習したサイズ、マスクがあれば元の画像のサイズになります。</translation>
    </message>
    <message>
        <source>Smoothness</source>
        <translation>なめらかさ</translation>
    </message>
    <message>
        <source>How much motion keeps its direction (beta).</source>
        <translation>動きの向きをどれだけ保つか（beta）。</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>編集</translation>
    </message>
    <message>
        <source>Make a rough edit of the picture look real.</source>
        <translation>画像の大まかな編集を、自然に見えるよう仕上げます。</translation>
    </message>
    <message>
        <source>Edited picture</source>
        <translation>編集した画像</translation>
    </message>
    <message>
        <source>The picture with parts moved, copied or removed.</source>
        <translation>一部を移動、コピー、または削除した画像。</translation>
    </message>
    <message>
        <source>Nothing to change yet: move or remove something, or paint the area.</source>
        <translation>まだ変えるものがありません。何かを動かすか消すか、範囲を塗ってください。</translation>
    </message>
    <message>
        <source>Harmonize</source>
        <translation>なじませる</translation>
    </message>
    <message>
        <source>Give a pasted object the look of the picture.</source>
        <translation>貼り付けたオブジェクトを、画像の雰囲気になじませます。</translation>
    </message>
    <message>
        <source>Pasted picture</source>
        <translation>貼り付けた画像</translation>
    </message>
    <message>
        <source>The picture with an object pasted into it.</source>
        <translation>オブジェクトを貼り付けた画像。</translation>
    </message>
    <message>
        <source>Adapt</source>
        <translation>なじませる</translation>
    </message>
    <message>
        <source>How far the object takes on the picture&apos;s colours and material; 0 leaves them.</source>
        <translation>オブジェクトがどれだけ画像の色と質感になじむか。0 では変わりません。</translation>
    </message>
    <message>
        <source>Gives the object the picture&apos;s colours first, as far as it adapts.</source>
        <translation>先に、なじませる度合いに応じて物体の色を画像に合わせます。</translation>
    </message>
    <message>
        <source>Own detail</source>
        <translation>元の細部</translation>
    </message>
    <message>
        <source>How much of the object&apos;s own fine detail is seen, which is finer than what is drawn.</source>
        <translation>貼り付けたものが持つ細かな部分を、描かれる大きさより細かいところまでどれだけ残すか。</translation>
    </message>
    <message>
        <source>Nothing to change yet: paste or drop an object.</source>
        <translation>まだ変えるものがありません。オブジェクトを貼り付けるかドロップしてください。</translation>
    </message>
    <message>
        <source>Paint</source>
        <translation>ペイント</translation>
    </message>
    <message>
        <source>Turn a rough painting into a picture like yours.</source>
        <translation>大まかな絵を、あなたの画像のような画像に変えます。</translation>
    </message>
    <message>
        <source>Painting</source>
        <translation>絵</translation>
    </message>
    <message>
        <source>A painting in the picture&apos;s colours.</source>
        <translation>画像の色で描いた絵。</translation>
    </message>
    <message>
        <source>Keep unpainted areas</source>
        <translation>塗っていない部分を保つ</translation>
    </message>
    <message>
        <source>Picture of the painted area; outside it the original stays as it is.</source>
        <translation>塗った領域を示す画像。その外側は元のままです。</translation>
    </message>
    <message>
        <source>Few colours</source>
        <translation>少ない色数</translation>
    </message>
    <message>
        <source>Learns one scale again on pictures in five colours, for flat paintings.</source>
        <translation>平坦な絵のために、1 つのスケールを 5 色の画像で学習し直します。</translation>
    </message>
    <message>
        <source>Other shapes</source>
        <translation>縦横比が違うとき</translation>
    </message>
    <message>
        <source>A picture of another shape: show all of it, fill the frame and crop, or stretch it.</source>
        <translation>縦横比が違う画像を、全体表示するか、枠を埋めて切り抜くか、引き伸ばすか。</translation>
    </message>
    <message>
        <source>Show all of it</source>
        <translation>全体を表示</translation>
    </message>
    <message>
        <source>Fill the frame</source>
        <translation>枠いっぱい</translation>
    </message>
    <message>
        <source>Stretch</source>
        <translation>引き伸ばす</translation>
    </message>
    <message>
        <source>Grow</source>
        <translation>拡張</translation>
    </message>
    <message>
        <source>Widens the area to change.</source>
        <translation>変更する範囲を広げます。</translation>
    </message>
    <message>
        <source>Softens the edge of the area to change.</source>
        <translation>変更する範囲の境界をぼかします。</translation>
    </message>
    <message>
        <source>Feather</source>
        <translation>境界をぼかす</translation>
    </message>
    <message>
        <source>Stop at which the picture enters: low ones change more, high ones keep more of what you made.</source>
        <translation>画像を入れる段階。低いほど大きく変わり、高いほど作ったものが残ります。</translation>
    </message>
    <message>
        <source>Area to change</source>
        <translation>変更する範囲</translation>
    </message>
    <message>
        <source>Picture of the area to change: opaque where it has transparency, else bright.</source>
        <translation>変更する範囲を示す画像。透明部分があれば不透明な所、なければ明るい所です。</translation>
    </message>
    <message>
        <source>Noise per scale</source>
        <translation>スケールごとのノイズ</translation>
    </message>
    <message>
        <source>How far chance goes at each scale, the coarsest first; the last one goes on. 1 is usual, 0 leaves none.</source>
        <translation>各スケールでの偶然の強さ。粗い方から順で、最後の値が続きます。1 が普通、0 はなし。</translation>
    </message>
    <message>
        <source>Seed per scale</source>
        <translation>スケールごとのシード</translation>
    </message>
    <message>
        <source>Seed of each scale, the coarsest first; the last one goes on. -1 takes the seed of the picture.</source>
        <translation>各スケールのシード。粗い方から順で、最後の値が続きます。-1 は画像のシードを使います。</translation>
    </message>
    <message>
        <source>Enlarge</source>
        <translation>拡大</translation>
    </message>
    <message>
        <source>Enlarge the picture: at once with the sharpness of its own edges, or with detail that is learned.</source>
        <translation>画像を拡大します。輪郭の鮮明さを保ってすぐに、または学習した細部を加えて。</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>A picture to enlarge in place of the learned one, such as a result.</source>
        <translation>学習した画像の代わりに拡大する画像（結果など）。</translation>
    </message>
    <message>
        <source>Factor</source>
        <translation>倍率</translation>
    </message>
    <message>
        <source>How many times wider and higher the result is.</source>
        <translation>結果の幅と高さが何倍になるか。</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>品質</translation>
    </message>
    <message>
        <source>Preset for learning the extra model this needs; that of the project if not given.</source>
        <translation>必要な追加モデルを学習するときのプリセット。指定しなければプロジェクトのものです。</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>下書き</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>標準</translation>
    </message>
    <message>
        <source>Faithful</source>
        <translation>忠実</translation>
    </message>
    <message>
        <source>Gentle</source>
        <translation>おだやか</translation>
    </message>
    <message>
        <source>Slow and small: mist, calm water, a breath of wind.</source>
        <translation>ゆっくり小さく: 霧、静かな水面、そよ風。</translation>
    </message>
    <message>
        <source>Lively</source>
        <translation>いきいき</translation>
    </message>
    <message>
        <source>Everything is in motion: clouds, waves, leaves.</source>
        <translation>すべてが動く: 雲、波、木の葉。</translation>
    </message>
    <message>
        <source>Wild</source>
        <translation>はげしく</translation>
    </message>
    <message>
        <source>Fast and far: fire, storm, a dream.</source>
        <translation>速く大きく: 炎、嵐、夢。</translation>
    </message>
    <message>
        <source>Shimmer</source>
        <translation>ゆらめき</translation>
    </message>
    <message>
        <source>Shapes stay where they are, their texture glitters.</source>
        <translation>形はそのまま、質感だけがきらめきます。</translation>
    </message>
    <message>
        <source>Extend</source>
        <translation>拡張</translation>
    </message>
    <message>
        <source>Let the picture go on beyond its edges.</source>
        <translation>画像を端の外側まで広げます。</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>左</translation>
    </message>
    <message>
        <source>How far the picture goes on at the left, of its width.</source>
        <translation>左側に広げる量（画像の幅に対する割合）。</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>右</translation>
    </message>
    <message>
        <source>How far the picture goes on at the right, of its width.</source>
        <translation>右側に広げる量（画像の幅に対する割合）。</translation>
    </message>
    <message>
        <source>Top</source>
        <translation>上</translation>
    </message>
    <message>
        <source>How far the picture goes on at the top, of its height.</source>
        <translation>上側に広げる量（画像の高さに対する割合）。</translation>
    </message>
    <message>
        <source>Bottom</source>
        <translation>下</translation>
    </message>
    <message>
        <source>How far the picture goes on at the bottom, of its height.</source>
        <translation>下側に広げる量（画像の高さに対する割合）。</translation>
    </message>
    <message>
        <source>Paint over the photo&apos;s border</source>
        <translation>写真の縁を塗りつぶす</translation>
    </message>
    <message>
        <source>Thin lines at its edges, as of scans, give way where it goes on; all else stays as it is.</source>
        <translation>スキャンなどで端に残った細い線は、広げる側では塗りつぶされます。それ以外はそのまま残ります。</translation>
    </message>
    <message>
        <source>Nothing to extend yet: pull an edge of your picture outwards, or move a slider.</source>
        <translation>まだ広げるところがありません。画像の端を外へドラッグするか、スライダーを動かしてください。</translation>
    </message>
    <message>
        <source>Fill</source>
        <translation>穴埋め</translation>
    </message>
    <message>
        <source>Take something away and fill its place from the picture.</source>
        <translation>不要なものを消し、その場所を画像から埋めます。</translation>
    </message>
    <message>
        <source>Area to fill</source>
        <translation>埋める範囲</translation>
    </message>
    <message>
        <source>Picture of what is to be filled: opaque where it has transparency, else bright.</source>
        <translation>埋める範囲を示す画像。透明部分があれば不透明な所、なければ明るい所。</translation>
    </message>
    <message>
        <source>Sample from</source>
        <translation>取得元</translation>
    </message>
    <message>
        <source>Picture of where the filling may come from, marked like the area; everywhere if not given.</source>
        <translation>埋めるのに使ってよい場所を示す画像。範囲と同じ方法で示します。指定がなければ全体。</translation>
    </message>
    <message>
        <source>Nothing to fill yet: select something and press Delete, or paint over it.</source>
        <translation>まだ埋めるところがありません。範囲を選択して Delete を押すか、塗ってください。</translation>
    </message>
    <message>
        <source>Flow</source>
        <translation>流れ</translation>
    </message>
    <message>
        <source>Let water, clouds or smoke flow along arrows: a film that loops.</source>
        <translation>水や雲、煙を矢印に沿って流します。ループする動画になります。</translation>
    </message>
    <message>
        <source>Arrows</source>
        <translation>矢印</translation>
    </message>
    <message>
        <source>Where things flow: an arrow from x,y by dx,dy in pixels of the picture; give it for each arrow.</source>
        <translation>流れる向き：x,y から dx,dy の矢印（画像のピクセル）。矢印ごとに指定します。</translation>
    </message>
    <message>
        <source>What holds still</source>
        <translation>固定する部分</translation>
    </message>
    <message>
        <source>Picture of the area that holds still: opaque where it has transparency, else bright.</source>
        <translation>固定する範囲の画像：透明部分があれば不透明なところ、なければ明るいところ。</translation>
    </message>
    <message>
        <source>Time along an arrow</source>
        <translation>矢印をたどる時間</translation>
    </message>
    <message>
        <source>Seconds in which things flow from one end of an arrow to the other.</source>
        <translation>矢印の端から端まで流れる秒数です。</translation>
    </message>
    <message>
        <source>Reach</source>
        <translation>届く範囲</translation>
    </message>
    <message>
        <source>How far around an arrow things flow, in percent of the picture&apos;s longer side.</source>
        <translation>矢印のまわりのどこまで流れるか。画像の長辺に対する割合です。</translation>
    </message>
    <message>
        <source>How much texture glitters besides, as the learned model moves it, in percent.</source>
        <translation>学習したモデルの動きで質感をどれだけきらめかせるか（％）。</translation>
    </message>
    <message>
        <source>Width and height of the film; the picture&apos;s, up to 1280 px, if not given.</source>
        <translation>動画の幅と高さ。指定しなければ画像の大きさ（最大 1280 px）です。</translation>
    </message>
    <message>
        <source>Nothing flows yet: draw an arrow on the picture.</source>
        <translation>まだ何も流れません。画像の上に矢印を描いてください。</translation>
    </message>
    <message>
        <source>Material</source>
        <translation>素材</translation>
    </message>
    <message>
        <source>Make another picture, or a drawing, out of your picture&apos;s material.</source>
        <translation>別の画像や絵を、自分の画像の素材で作ります。</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>構図</translation>
    </message>
    <message>
        <source>The picture or drawing whose shapes the result has.</source>
        <translation>結果の形のもとになる画像または絵。</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>強さ</translation>
    </message>
    <message>
        <source>High values show more of the picture&apos;s material, low ones more of the layout&apos;s shapes.</source>
        <translation>大きいほど画像の素材が、小さいほど構図の形がよく現れます。</translation>
    </message>
    <message>
        <source>Match colours</source>
        <translation>色を合わせる</translation>
    </message>
    <message>
        <source>Gives the layout the picture&apos;s colours first; without it only its brightness is adapted.</source>
        <translation>まず構図の色を画像に合わせます。オフでは明るさだけを合わせます。</translation>
    </message>
    <message>
        <source>Retarget</source>
        <translation>リターゲット</translation>
    </message>
    <message>
        <source>Give the picture other proportions; what is in it keeps its own.</source>
        <translation>画像の縦横比を変えます。写っているものの比率は保たれます。</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>幅</translation>
    </message>
    <message>
        <source>Width of the result, of the picture&apos;s.</source>
        <translation>結果の幅（元の画像の幅に対する割合）。</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>高さ</translation>
    </message>
    <message>
        <source>Height of the result, of the picture&apos;s.</source>
        <translation>結果の高さ（元の画像の高さに対する割合）。</translation>
    </message>
    <message>
        <source>Protect</source>
        <translation>保護</translation>
    </message>
    <message>
        <source>Picture of what is to stay whole: opaque where it has transparency, else bright.</source>
        <translation>形を保つ部分を示す画像。透明部分があれば不透明な所、なければ明るい所です。</translation>
    </message>
    <message>
        <source>Tile</source>
        <translation>タイル</translation>
    </message>
    <message>
        <source>Make a seamless texture from the picture or from a part of it.</source>
        <translation>画像全体またはその一部から、継ぎ目のないテクスチャを作ります。</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>範囲</translation>
    </message>
    <message>
        <source>The part of the picture that the tile is made from, in pixels; all of it if not given.</source>
        <translation>タイルの元にする画像の部分（ピクセル）。指定しなければ画像全体です。</translation>
    </message>
    <message>
        <source>Width and height of the tile in pixels: a larger region is reduced to it, a smaller one goes on.</source>
        <translation>タイルの幅と高さ（ピクセル）。大きい範囲は縮小され、小さい範囲は並べて続けられます。</translation>
    </message>
</context>
<context>
    <name>wording</name>
    <message>
        <source>Not learned yet</source>
        <translation>未学習</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>開始中</translation>
    </message>
    <message>
        <source>Pausing</source>
        <translation>一時停止中</translation>
    </message>
    <message>
        <source>Paused, {done} of {scales} scales learned</source>
        <translation>一時停止、{scales} 中 {done} スケール学習済み</translation>
    </message>
    <message>
        <source>Learned, {scales} scales</source>
        <translation>学習済み、{scales} スケール</translation>
    </message>
    <message>
        <source>Resume learning</source>
        <translation>学習を再開</translation>
    </message>
    <message>
        <source>Improve to Standard</source>
        <translation>標準に改善</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Open the next</source>
        <translation>次を開く</translation>
    </message>
    <message>
        <source>Fill this</source>
        <translation>ここを穴埋め</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>コピーを保存…</translation>
    </message>
    <message>
        <source>Start it again</source>
        <translation>もう一度開始</translation>
    </message>
    <message>
        <source>learning</source>
        <translation>学習</translation>
    </message>
    <message>
        <source>drawing</source>
        <translation>描画</translation>
    </message>
    <message>
        <source>Nothing to change yet: paint the area.</source>
        <translation>まだ変えるものがありません。範囲を塗ってください。</translation>
    </message>
    <message>
        <source>This needs one more model, which is learned first.</source>
        <translation>先にもう一つのモデルを学習する必要があります。</translation>
    </message>
    <message>
        <source>More must be learned first; or choose Patches.</source>
        <translation>先にもっと学習が必要です。またはパッチを選んでください。</translation>
    </message>
    <message>
        <source>This works once the picture has been learned: press Learn.</source>
        <translation>画像を学習すると使えます。「学習」を押してください。</translation>
    </message>
    <message>
        <source>Identical to the picture: start further left.</source>
        <translation>元の画像と同じです。もっと左から始めてください。</translation>
    </message>
    <message>
        <source>Near the photo: start further left for more change.</source>
        <translation>写真に近い結果です。もっと変えるには左から始めてください。</translation>
    </message>
    <message>
        <source>Ready soon</source>
        <translation>まもなく準備完了</translation>
    </message>
    <message>
        <source>Ready in {time}</source>
        <translation>あと {time} で準備完了</translation>
    </message>
    <message>
        <source>Generate</source>
        <translation>生成</translation>
    </message>
    <message>
        <source>Generate {count}</source>
        <translation>{count} 枚を生成</translation>
    </message>
    <message>
        <source>about {time}, {memory} GB</source>
        <translation>約 {time}、{memory} GB</translation>
    </message>
    <message>
        <source>{width}×{height} px</source>
        <translation>{width}×{height} px</translation>
    </message>
    <message>
        <source>Longest side</source>
        <translation>長辺</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>シード</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>形式</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>品質</translation>
    </message>
    <message>
        <source>How often it is played</source>
        <translation>再生する回数</translation>
    </message>
    <message>
        <source>Shortest length of the film</source>
        <translation>動画の最短の長さ</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>フレーム</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>値</translation>
    </message>
    <message>
        <source>Way to the next key</source>
        <translation>次のキーへの変化</translation>
    </message>
    <message>
        <source>whole number</source>
        <translation>整数</translation>
    </message>
    <message>
        <source>number</source>
        <translation>数値</translation>
    </message>
    <message>
        <source>numbers</source>
        <translation>数値の並び</translation>
    </message>
    <message>
        <source>one of these</source>
        <translation>このうちの一つ</translation>
    </message>
    <message>
        <source>frames</source>
        <translation>フレーム</translation>
    </message>
    <message>
        <source>frames per second</source>
        <translation>フレーム毎秒</translation>
    </message>
    <message>
        <source>Learning scale {scale} of {scales}</source>
        <translation>スケール {scale} / {scales} を学習中</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>フォルダーを表示</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>{n} s</source>
        <translation>{n} 秒</translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation>{n} 分</translation>
    </message>
    <message>
        <source>{n} h</source>
        <translation>{n} 時間</translation>
    </message>
    <message>
        <source>{h} h {m} min</source>
        <translation>{h} 時間 {m} 分</translation>
    </message>
    <message>
        <source>almost done</source>
        <translation>まもなく完了</translation>
    </message>
    <message>
        <source>about {time} left</source>
        <translation>残り約 {time}</translation>
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
        <translation>{n}%</translation>
    </message>
</context>
</TS>
