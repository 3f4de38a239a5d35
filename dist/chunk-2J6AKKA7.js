var __defProp=Object.defineProperty;var __getOwnPropDesc=Object.getOwnPropertyDescriptor;var __getOwnPropNames=Object.getOwnPropertyNames;var __hasOwnProp=Object.prototype.hasOwnProperty;var __export=(target,all)=>{for(var name in all)__defProp(target,name,{get:all[name],enumerable:!0})},__copyProps=(to,from,except,desc)=>{if(from&&typeof from=="object"||typeof from=="function")for(let key of __getOwnPropNames(from))!__hasOwnProp.call(to,key)&&key!==except&&__defProp(to,key,{get:()=>from[key],enumerable:!(desc=__getOwnPropDesc(from,key))||desc.enumerable});return to};var __toCommonJS=mod=>__copyProps(__defProp({},"__esModule",{value:!0}),mod);var stdin_exports={};__export(stdin_exports,{findingPart:()=>findingPart,fitted:()=>fitted,jsonText:()=>jsonText,markdownReport:()=>markdownReport,placeOf:()=>placeOf,reportText:()=>reportText,version:()=>version});module.exports=__toCommonJS(stdin_exports);var import_chunk_DCQLBKS4=require("./chunk-DCQLBKS4.js"),import_chunk_MSBHPFYX=require("./chunk-MSBHPFYX.js"),largest=1e6;function markdownReport(report,{counts,notes=[],filesUrl,docsUrl}){let{findings,problems,conclusion}=report,minor=findings.filter(isMinor),parts=[...problems.map(problem=>problemPart(problem,filesUrl)),...findings.filter(finding=>!isMinor(finding)).toSorted(import_chunk_DCQLBKS4.byLevel).map(finding=>findingPart(finding,filesUrl,docsUrl)),...minor.length===0?[]:["### Notices and what is suppressed"],...minor.map(finding=>minorPart(finding,filesUrl))],head=[`## SourceIp Guard: ${conclusion==="success"?"passed":"failed"}`,`${(0,import_chunk_MSBHPFYX.prose)((0,import_chunk_MSBHPFYX.capital)(counts))}.`,...notes.map(note=>`- ${(0,import_chunk_MSBHPFYX.prose)(note)}`)],{kept,left}=fitted(parts,largest-Buffer.byteLength(head.join(`

`))-200),rest=left===0?[]:[`${left} more: see the JSON report of this run.`];return`${[...head,...kept,...rest].join(`

`)}
`}function fitted(parts,bytes){let room=bytes,end=parts.findIndex(part=>(room-=Buffer.byteLength(part)+2,room<0));return end<0?{kept:parts,left:0}:{kept:parts.slice(0,end),left:parts.length-end}}function isMinor({level,suppressed}){return level==="notice"||suppressed!==null}var shownPaths=20;function findingPart(finding,filesUrl,docsUrl){let remedy=(0,import_chunk_DCQLBKS4.bestRemedy)(finding);return[`### ${(0,import_chunk_MSBHPFYX.capital)(finding.level)}: ${placeOf(finding,filesUrl)}`,(0,import_chunk_DCQLBKS4.headline)(finding),(0,import_chunk_DCQLBKS4.why)(finding),(0,import_chunk_DCQLBKS4.way)(finding),(0,import_chunk_DCQLBKS4.pathList)(finding,shownPaths).join(`
`),...remedy===void 0?[]:[(0,import_chunk_MSBHPFYX.codeBlock)(remedy.patch,"diff"),(0,import_chunk_DCQLBKS4.proof)(remedy)],`<details>
<summary>Other remedies, the request, sources</summary>

${(0,import_chunk_DCQLBKS4.background)(finding,docsUrl).join(`

`)}

</details>`].filter(block=>block!=="").join(`

`)}function minorPart(finding,filesUrl){let{message,rule,suppressed}=finding,note=suppressed===null?"":`, suppressed until ${(0,import_chunk_MSBHPFYX.codeSpan)(suppressed.expires)}: ${(0,import_chunk_MSBHPFYX.codeSpan)(suppressed.reason)}`;return`- ${placeOf(finding,filesUrl)}: ${(0,import_chunk_MSBHPFYX.prose)(message)} (${(0,import_chunk_MSBHPFYX.codeSpan)(rule)}${note})`}function problemPart(problem,filesUrl){return[`### ${problem.blocking?"Error":"Warning"}: ${placeOf(problem,filesUrl)}`,`**${(0,import_chunk_MSBHPFYX.prose)((0,import_chunk_MSBHPFYX.capital)(problem.message))}**`,`help: ${(0,import_chunk_MSBHPFYX.prose)(problem.help)}`].join(`

`)}function placeOf({file,startLine,endLine},filesUrl){let lines=startLine===endLine?`line ${startLine}`:`lines ${startLine} to ${endLine}`;return filesUrl===void 0?`${(0,import_chunk_MSBHPFYX.codeSpan)(file)}, ${lines}`:`${(0,import_chunk_MSBHPFYX.codeSpan)(file)}, ${(0,import_chunk_MSBHPFYX.link)(lines,`${filesUrl}/${(0,import_chunk_MSBHPFYX.encodedPath)(file)}#L${startLine}-L${endLine}`)}`}var invisible=/[\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}\u115f\u1160\u3164\uffa0]|[\u{fe00}-\u{fe0f}]|[\u{e0000}-\u{e0fff}]/gu;function jsonText(value,indent=2){return`${inert(value,indent)}
`}function*reportText(report){let gathered="";for(let piece of reportPieces(report))gathered+=piece,!(gathered.length<longPiece)&&(yield gathered,gathered="");yield gathered}var longPiece=65536;function*reportPieces({findings,...rest}){yield inert({...rest,findings:[]},2).slice(0,-3);let isEmpty=!0;for(let finding of findings)yield isEmpty?`
    `:`,
    `,yield*findingText(finding),isEmpty=!1;yield isEmpty?`]
}
`:`
  ]
}
`}function*findingText(finding){let{servicePaths}=finding,around=indented({...finding,servicePaths:[]},4),place=around.indexOf(noPaths)+noPaths.length;yield around.slice(0,place-1);for(let[index,path]of servicePaths.entries())yield`${index===0?"":","}
        ${indented(path,8)}`;yield`${servicePaths.length===0?"":`
      `}${around.slice(place-1)}`}var noPaths=`
      "servicePaths": []`;function indented(value,columns){return inert(value,2).replaceAll(`
`,`
${" ".repeat(columns)}`)}function inert(value,indent){let text=JSON.stringify(value,null,indent);return/^[\n -~]*$/.test(text)?text:text.replaceAll(invisible,found=>Array.from({length:found.length},(_,at)=>unit(found,at)).join(""))}function unit(text,at){return`\\u${text.charCodeAt(at).toString(16).padStart(4,"0")}`}var version="0.1.0";0&&(module.exports={findingPart,fitted,jsonText,markdownReport,placeOf,reportText,version});
